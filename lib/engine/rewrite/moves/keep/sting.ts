/** A sentence without its barb: the words, the tail or the half that only sting go, what is true stays. */
import { clauseAt } from '../../../context/clause';
import { factsIn } from '../../facts';
import type { Move, RewriteContext } from '../../move';
import { capitalise } from '../../splice';
import { isClause, textOf } from '../../words';
import { clauseEnd, type Parts, partsOf } from '../clauses';
import { bodyStart, inPlace } from './in-place';

/** The sentence without the words that only sting: ', not only you', 'with respect', 'if you insist'. */
export const stingOut: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const bare = unstung(context, parts);
  return bare === null ? [] : [inPlace(context, parts, bare)];
};

/** The sentence's words without those of the class 'sting', and the commas and joiners that held them; null if unchanged. */
export function unstung(context: RewriteContext, parts: Parts): string | null {
  const { sentence, tokens, end } = parts;
  const { reading } = sentence;
  const start = bodyStart(context, parts);
  const stings = context.facts.banks.find('sting', reading).filter(({ from, to }) => from >= start && to <= end);
  if (stings.length === 0) return null;
  const gone = tokens.map(() => false);
  for (const { from, to } of stings) gone.fill(true, from, to);
  for (const { from, to } of stings) {
    let before = from;
    while (before > start && /^(?:[,;–—-]|and|but|so)$/.test(tokens[before - 1]?.norm ?? '')) before -= 1;
    const comma = tokens[to]?.text === ',';
    if (from === start) gone.fill(true, to, comma ? to + 1 : to);
    else if (to >= end) gone.fill(true, before, from);
    else if (comma && tokens[from - 1]?.text === ',') gone.fill(true, to, to + 1);
  }
  let text = '';
  tokens.slice(start, end).forEach((token, index) => {
    if (!gone[start + index]) text += `${token.spaced && text ? ' ' : ''}${token.text}`;
  });
  text = text.trim().replace(/^(?:and|but|so)\s+/i, '');
  return text && isClause(reading, { from: start, to: end }) ? text : null;
}

/** Nobody's own doing: these name no fact of this customer's case. */
export const OURS_OR_YOURS = /^(?:i|we|i'm|we're|we've|i've|us|our|ours|my|you|your|yours|you're|u|ur|mr|mrs|ms|dr)$/;

/** ', we're waiting on the supplier who let us down': what comes before it stands, if it tells of this case. */
export const tailOut: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  const from = Math.max(bodyStart(context, parts), 0);
  if (clauseEnd(context, parts, hit.to - 1) < end) return [];
  let cut = clauseAt(reading, hit.from, context.facts.banks).from;
  // the comma in front parts it too
  for (let at = hit.from; at > cut; at -= 1) {
    if (tokens[at - 1]?.text === ',' && isClause(reading, { from: at, to: end })) {
      cut = at;
      break;
    }
  }
  const held = cut;
  while (cut > from && /^(?:[,;–—-]|and|but|so|as|because|since)$/.test(tokens[cut - 1]?.norm ?? '')) cut -= 1;
  const joined = cut < held || /^(?:and|but|so|as|because|since|which|who)$/.test(tokens[held]?.norm ?? '');
  if (!joined || cut <= from + 2 || !isClause(reading, { from, to: cut })) return [];
  if (factsIn(textOf(reading, cut, end)).length > 0) return [];
  const head = tokens.slice(from, cut);
  const principle = context.finding.principle;
  if (HALF.test(head[0]?.norm ?? '')) return [];
  if (principle !== 'blame' && !head.some(({ norm }) => OURS_OR_YOURS.test(norm) || norm === 'it')) return [];
  return [
    {
      start: sentence.start + (tokens[cut - 1]?.end ?? 0),
      end: sentence.start + (tokens[end - 1]?.end ?? 0),
      text: '',
    },
  ];
};

const HALF = /^(?:whether|if|as|since|because|although|though|when|while|due|given)$/;

/** 'That's Lending, but I've seen it go through' -> 'I've seen it go through'; ', that's on you but we have a copy' -> ', but we ...'. */
export const butStands: Move = (context) => {
  const parts = partsOf(context);
  if (!parts) return [];
  const { hit, sentence, tokens, end } = parts;
  const { reading } = sentence;
  const start = bodyStart(context, parts);
  const but = tokens.findIndex(({ norm }, index) => index >= hit.to && norm === 'but');
  if (but < 0 || but > hit.to + 12 || !isClause(reading, { from: but + 1, to: end })) return [];
  const at = (index: number) => sentence.start + (tokens[index]?.start ?? 0);
  const first = tokens[but + 1];
  if (!first || /^(?:please|if|when|not|only|for)$/.test(first.norm)) return [];
  // only what was said before it may go
  if (factsIn(textOf(reading, hit.from, but)).length > 0) return [];
  const comma = tokens.findLastIndex(({ text }, index) => index < hit.from + 1 && index > start && text === ',');
  if (comma > start + 2 && isClause(reading, { from: start, to: comma }))
    return [{ start: sentence.start + (tokens[comma - 1]?.end ?? 0), end: at(but), text: ', ' }];
  const said = context.voice.lowerCase ? first.text : capitalise(first.text);
  return [{ start: at(start), end: sentence.start + first.end, text: said }];
};
