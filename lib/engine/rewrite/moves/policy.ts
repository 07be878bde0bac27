/** A rule as a reason gets the reason behind it; one that says nothing else gives way to it, and to what can be done. */
import type { Edit } from '../../types';
import { addedTo, wordsEnd } from '../kept';
import type { Move, RewriteContext } from '../move';
import { wordings } from '../say';
import { applyEdit, removeSpan } from '../splice';
import { bodyEnd, findToken, isClause, textOf } from '../words';
import { clauseEnd, clauseStart, type Parts, partsOf, replaceTokens } from './clauses';

const SAYS = /^(?:state|say|mean|provide|require|stipulate|read|specify|dictate|set|show|note)$/;

const NEGATIVE = /^(?:not|no|never|unable|cannot|only|nothing)$/;

export const policyToReason: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  return [ruleThenRest, restThenRule, ruleBetween, keepTheRule, ruleIsTheNo].flatMap((turn) => turn(context, parts));
};

/** 'Per our policy, S' and 'Our policy states that S' -> 'So that [reason], S'. */
function ruleThenRest(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  let from = hit.to;
  // 'our terms of service'
  if (tokens[from]?.norm === 'of' && tokens[from + 1]?.pos === 'NOUN') from += 2;
  while (
    from < end &&
    (/^[,:]$/.test(tokens[from]?.text ?? '') ||
      ['that', 'is', 'states', 'says', 'so'].includes(tokens[from]?.norm ?? ''))
  )
    from += 1;
  if (from >= end || !isClause(reading, { from, to: end }) || afraid(parts, from)) return [];
  if (/^(?:which|who|that|of)$/.test(tokens[from]?.norm ?? '') || (tokens[hit.to]?.pos === 'ADP' && hit.to === from))
    return [];
  const link = /https?:|www\./.test(textOf(reading, from, end));
  // 'The rules make the change fee payable': what follows is half a phrase
  const last = tokens[hit.to - 1];
  if (
    from === hit.to &&
    last &&
    ((/^(?:DET|ADP|ADJ)$/.test(last.pos) && last.norm !== 'that') || (last.pos === 'VERB' && !SAYS.test(last.lemma)))
  )
    return [];
  if (tokens[from]?.norm === 'and') return [];
  // 'The fare conditions call for ...', 'Guidelines are that ..., so': the rule is the sentence, not its opener
  const opens =
    /^(?:ADP|SCONJ)$/.test(tokens[hit.from]?.pos ?? '') || /^(?:per|as|under)$/.test(tokens[hit.from]?.norm ?? '');
  if (!opens && !(last && SAYS.test(last.lemma)) && tokens[from - 1]?.norm !== 'that') return [];
  if (!opens && /^(?:so|what)$/.test(last?.norm ?? '')) return [];
  const lead = clauseStart(context, parts, hit.from);
  let start = Math.min(lead, hit.from);
  while (start > 0 && /^(?:as|since|because)$/.test(tokens[start - 1]?.norm ?? '')) start -= 1;
  const rest = textOf(reading, from, end);
  const reason = /\bfor (?:[\w-]+ ){1,3}reasons?\b|\bbecause\b|\bso that\b/i.test(rest);
  if (reason) return [replaceTokens(context, sentence, start, end, rest)];
  const negative = findToken(reading, from, end, ({ norm }) => NEGATIVE.test(norm) && norm !== 'only') >= 0;
  const first = wordings('reason-first', context, { rest });
  const after = link ? [] : wordings('reason-last', context, { rest });
  // what leads in to the rule leaves no room for a reason before it
  const said = start === 0 ? [...first, ...after] : [...after, ...first];
  const offered = negative ? wordings('reason-offer', context) : [];
  return [...said.slice(0, 1), ...offered, ...said.slice(1)].map((text) =>
    replaceTokens(context, sentence, start, end, text),
  );
}

/** 'S, per our policy' -> 'S, so that [reason]'. */
function restThenRule(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens, end } = parts;
  // 'held for 15 minutes, as per our policy, you came after that'
  const goesOn = tokens[hit.to]?.text === ',';
  if ((hit.to < end && !goesOn) || hit.from < 3) return [];
  // a clause that names no rule is the rule itself
  const { banks } = context.facts;
  const named = ['rule-word', 'rule-noun', 'rule-name'].some((name) =>
    banks.find(name, sentence.reading).some((one) => one.from < hit.to && hit.from < one.to),
  );
  if (context.rule.entry.id === 'reads-as' && !named) return [];
  let from = hit.from;
  while (from > 0 && (tokens[from - 1]?.pos === 'PUNCT' || /^(?:as|since|because)$/.test(tokens[from - 1]?.norm ?? '')))
    from -= 1;
  if (!isClause(sentence.reading, { from: clauseStart(context, parts, from - 1), to: from })) return [];
  return wordings('reason-tail', context).map(
    (tail): Edit => ({
      start: sentence.start + (tokens[from - 1]?.end ?? 0),
      end: sentence.start + (tokens[hit.to - 1]?.end ?? 0),
      text: tail,
    }),
  );
}

/** 'Afternoons, under our rules, are not bookable' -> 'Afternoons are not bookable, because [reason]'. */
function ruleBetween(context: RewriteContext, { hit, sentence, tokens, end }: Parts): Edit[] {
  const { finding, draft, voice } = context;
  if (!finding.span || hit.to >= end || hit.from < 2 || tokens[hit.from]?.pos === 'VERB') return [];
  const leads = tokens[hit.from];
  if (!leads || !/^(?:ADP|SCONJ)$/.test(leads.pos)) return [];
  // 'the terms accepted at the time of booking', 'the conditions of carriage': more of the rule's name follows
  const next = tokens[hit.to];
  if (next && (next.norm === 'of' || (next.pos === 'VERB' && /(?:ed|en)$/.test(next.norm)))) return [];
  const gone = removeSpan(draft, finding.span, voice.lowerCase);
  if (!gone || gone.start <= sentence.start) return [];
  return withReason(context, sentence, {
    start: gone.start,
    body: applyEdit(draft.slice(0, wordsEnd(context, sentence)), gone).slice(gone.start),
  });
}

/** 'Stairs fall outside our delivery charter' -> 'Stairs fall outside our delivery charter, because [reason]'. */
function keepTheRule(context: RewriteContext, { hit, sentence, tokens }: Parts): Edit[] {
  const { banks } = context.facts;
  if (
    banks.has('reason-given', sentence.reading) ||
    afraid({ hit, sentence, tokens, end: bodyEnd(sentence.reading) }, hit.to)
  )
    return [];
  // 'Our hands are tied by the T&Cs' tells nothing but the rule
  const ruled = banks.find('rule-word', sentence.reading);
  const told = tokens.some(
    ({ pos, norm }, index) =>
      /^(?:NOUN|PROPN|NUM)$/.test(pos) &&
      !/^(?:hands?|case|cases|matter|circumstances)$/.test(norm) &&
      !ruled.some(({ from, to }) => index >= from && index < to),
  );
  if (!told) return [];
  // the reason stands by its rule: '..., because [reason], so the fee stands'
  const comma = findToken(
    sentence.reading,
    hit.to,
    tokens.length,
    ({ text }, index) => text === ',' && /^(?:so|and)$/.test(tokens[index + 1]?.norm ?? ''),
  );
  if (
    comma > 0 &&
    isClause(sentence.reading, { from: 0, to: comma }) &&
    isClause(sentence.reading, { from: comma + 2, to: tokens.length })
  ) {
    const at = sentence.start + (tokens[comma - 1]?.end ?? 0);
    return wordings('reason-kept', context).map((said) => ({ start: at, end: at, text: `, ${said}` }));
  }
  return withReason(context, sentence, {});
}

function withReason(
  context: RewriteContext,
  sentence: Parts['sentence'],
  how: { start?: number; body?: string },
): Edit[] {
  return wordings('reason-kept', context).flatMap((said) => {
    const edit = addedTo(context, sentence, said, { by: 'comma', ...how });
    return edit ? [edit] : [];
  });
}

/** The rule itself is the no: reason and option in place of its clause. */
function ruleIsTheNo(context: RewriteContext, parts: Parts): Edit[] {
  const { hit, sentence, tokens } = parts;
  const start = Math.min(clauseStart(context, parts, hit.from), hit.from);
  const clause = Math.max(clauseEnd(context, parts, hit.to - 1), hit.to);
  const end = afraid(parts, clause + 1) ? parts.end : clause;
  // 'As per our policy' alone is no clause to give way
  if (!isClause(sentence.reading, { from: start, to: clause }) && clause < parts.end) return [];
  const but = tokens[start - 1]?.norm === 'but';
  return wordings('reason-offer', context).map((text) =>
    but ? replaceTokens(context, sentence, start - 1, end, text) : replaceTokens(context, sentence, start, end, text),
  );
}

/** ', I'm afraid' at the end goes with the no that it softened. */
function afraid({ tokens, end }: Parts, at: number): boolean {
  return at < end && end - at <= 3 && tokens[end - 1]?.norm === 'afraid';
}
