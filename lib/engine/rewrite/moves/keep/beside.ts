/** A sentence that stays as it is true, with the customer's trouble beside it. */
import { replyOf } from '../../../reply';
import type { Role } from '../../../roles';
import { problemOf } from '../../lift';
import type { Move, RewriteContext } from '../../move';
import { wordings } from '../../say';
import { decapitalise } from '../../splice';
import { isClause, textOf } from '../../words';
import { type Parts, partsOf } from '../clauses';
import { bodyStart, inPlace } from './in-place';
import { isTruism } from './out';
import { isNeeded, namedAlready, regrets } from './regret';
import { unstung } from './sting';

/** More than this, and the regret does not hang on the sentence any more. */
const MOST_WORDS = 34;

const CHARGES = /\b(?:you|your|yours|u|ur|nobody|no one|anyone)\b/i;

/** 'S' -> "S, and I'm sorry that P": what is so stays, and the customer's trouble stands beside it. */
export const keepAndOwn: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || /\?\s*$/.test(parts.sentence.reading.text)) return [];
  const { reading } = parts.sentence;
  const start = bodyStart(context, parts);
  const words = parts.tokens.filter(({ kind }) => kind === 'word').length;
  if (words > MOST_WORDS || !isClause(reading, { from: start, to: parts.end })) return [];
  if (context.facts.banks.has('sorry-word', reading)) return [];
  const said = unstung(context, parts) ?? textOf(reading, start, parts.end);
  if (/[:;]/.test(said)) return [];
  if (context.finding.principle !== 'excuse' && (CHARGES.test(said) || isTruism(context, parts))) return [];
  return tails(context, parts).map((text) => inPlace(context, parts, `${said}${text}`));
};

/** The last way to keep a sentence whose facts may not go: the regret beside it has a gap to fill. */
export const keepAndGap: Move = (context) => {
  const parts = partsOf(context);
  if (!parts || /\?\s*$/.test(parts.sentence.reading.text) || namedAlready(context)) return [];
  if (context.finding.principle !== 'excuse' && CHARGES.test(parts.sentence.reading.text)) return [];
  const said = unstung(context, parts) ?? textOf(parts.sentence.reading, bodyStart(context, parts), parts.end);
  const texts = wordings('sorry-gap', context).slice(0, 1);
  return texts.map((text) => inPlace(context, parts, `${said}, and ${decapitalise(text)}`));
};

/** What comes in beside the sentence; nothing where the reply has said it, or where nobody's own words would fill it. */
function tails(context: RewriteContext, parts: Parts): string[] {
  const beside = (texts: string[]) => texts.map((text) => `, and ${decapitalise(text)}`);
  if (context.facts.banks.has('told-in-writing', parts.sentence.reading))
    return beside(wordings('sorry-unclear', context));
  const excuse = context.finding.principle === 'excuse';
  if (namedAlready(context))
    return excuse && (!isAnswered(context, parts) || isNeeded(context, parts))
      ? wordings('from-here', context).map((text) => `; ${decapitalise(text)}`)
      : [];
  if (problemOf(context.facts) === null && !(excuse && isNeeded(context, parts))) return [];
  return beside(regrets(context));
}

/** The reply goes on to say what is done. */
function isAnswered({ facts }: RewriteContext, { sentence }: Parts): boolean {
  return replyOf(facts).body.some(
    (one) =>
      one.sentence.index > sentence.index &&
      ['action', 'promise', 'request', 'option', 'resolved'].some((role) => one.roles.has(role as Role)),
  );
}
