/** Where new words meet the old ones: signs that they do not make one sentence. */
import { readWords } from '../document';
import type { Edit } from '../types';
import { signatureAt } from './place';

/** After these a clause may begin. */
const LEADS =
  /\b(?:and|but|so|because|that|if|when|whenever|as|since|while|though|although|where|until|once|then|now|or|yet|before|after|unless|whether|how|why|what|know|hope|think|sure|afraid|sorry|today|tomorrow|tonight|meanwhile|instead|first|also|still|here|please|ok|okay|oh|omg|hi|hey|hello|day|week|month|morning|afternoon|evening|\w+day|\w+ly)$/i;
/** A question hangs on fewer words than a statement. */
const LEADS_QUESTION =
  /\b(?:and|but|so|or|then|now|first|also|instead|meanwhile|please|ok|okay|oh|hi|hey|hello|again|today)$/i;
const STATES =
  /^(?:(?:I|we|you|it|they|that|this|there|here)(?:['’](?:m|re|ve|ll|s|d))?|what (?:I|we) \w+|what happens|as for|the reason)\s/i;
const ASKS = /^(?:can|could|would|will|may|shall) (?:you|we|I)\b/i;
/** Words that only a sentence begins with a capital. */
const CAPITAL =
  /^(?:We|Here|Could|Can|Would|The|You|Your|Our|That|This|What|If|As|It|To|So|Thank|Thanks|Sorry|By|On)\b/;
const SALUTATION =
  /^\s*(?:(?:hi|hiya|hello|dear|hey+|heyy+\w*|to whom|good (?:morning|afternoon|evening)|mr|mrs|ms|miss|dr|prof)\b[^\n.?]{0,40}[,!:.]*[ \t]*\n|(?:hi|hiya|hello|dear|hey+)\b)/i;
const GREETS = /^\s*(?:hi|hiya|hello|dear|hey|good (?:morning|afternoon|evening))\b/i;

/** Why the edit does not fit where it stands, or null where nothing speaks against it. */
export function badJoin(draft: string, edit: Edit): string | null {
  const { before, old, text, after } = cut(draft, edit);
  if (text.trim() === '') return removed(draft, edit);
  return misplaced(draft, edit) ?? atStart(before, old, text) ?? within(draft, text) ?? atEnd(old, text, after);
}

interface Cut {
  before: string;
  old: string;
  text: string;
  after: string;
}

/** Without the one letter that an edit takes along to give it its capital. */
function cut(draft: string, { start, end, text }: Edit): Cut {
  const old = draft.slice(start, end);
  const same =
    /[\s\p{L}]$/u.test(text) &&
    /(?:^|\s)\p{L}$/u.test(text) &&
    text.at(-1)?.toLowerCase() === old.at(-1)?.toLowerCase();
  const less = same ? 1 : 0;
  return {
    before: draft.slice(0, start),
    old: old.slice(0, old.length - less),
    text: text.slice(0, text.length - less),
    after: draft.slice(end - less),
  };
}

/** Before a salutation, after a signature, a second greeting. */
function misplaced(draft: string, { start, end, text }: Edit): string | null {
  const inserted =
    start === end || text.endsWith(draft.slice(start, end)) || draft.slice(start, end).trim().length <= 1;
  if (inserted && draft.slice(0, start).trim() === '' && SALUTATION.test(draft)) return 'stands before the greeting';
  if (start > 0 && GREETS.test(text) && /\S\s*$/.test(draft.slice(0, start)) && SALUTATION.test(draft) && inserted)
    return 'greets twice';
  if (inserted && start > signatureAt(draft) && /\p{L}/u.test(text)) return 'stands after the signature';
  return null;
}

function atStart(before: string, old: string, text: string): string | null {
  const said = text.trim();
  // a paragraph of its own begins with a sentence of its own, whatever mark the greeting lacks
  const open = /[\p{L}\d'’)]\s+$/u.test(before) && !/\n\s*\n\s*$/.test(before);
  const lead = before.trimEnd();
  if (open && ASKS.test(said) && !LEADS_QUESTION.test(lead)) return 'asks in the middle of a clause';
  if (ASKS.test(said) && /\b(?:afraid|regret|sorry)\s*,?$/i.test(lead)) return 'asks after a regret';
  if (open && STATES.test(said) && !LEADS.test(lead) && !beginsClause(old))
    return 'begins a clause in the middle of one';
  if (/(?:[,;]|[\p{Ll}\d])[ \t]+$/u.test(before) && CAPITAL.test(said) && !CAPITAL.test(old.trim()))
    return 'has a capital in the middle';
  if (
    /^\[what\b/.test(said) &&
    /\b(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|must|should|and|to|not)$/i.test(lead)
  )
    return 'puts a gap into a verb';
  return null;
}

function beginsClause(old: string): boolean {
  const [first] = readWords(old);
  return first !== undefined && /^(?:PRON|DET|NOUN|PROPN|NUM|ADJ|INTJ)$/.test(first.pos);
}

/** 'Please it is ...', 'Could you there are ...': a request without a verb to ask for. */
const NO_REQUEST = /\b(?:please|(?:could|can|would) you) (?:it|you|we|I|there|is|are|was|were)\b/i;

function within(draft: string, text: string): string | null {
  if (NO_REQUEST.test(text) && !NO_REQUEST.test(draft)) return 'asks for nothing';
  if (/[,;] (?:We|Here|Could|Can|That's|What|If|The|It|Your|Our)\b/.test(text) && !draft.includes(text.slice(0, 20)))
    return 'has a capital in the middle';
  if (/https?:\/\/\S+\?(?=\s|$)/.test(text) && !/https?:\/\/\S+\?(?=\s|$)/.test(draft)) return 'glues a mark to a link';
  // a number or a code alone is no topic
  if (/\bas for (?:the )?(?:[#£$€]?\d[\w:.,/%-]*|[A-Z]\d+)(?: and\b|,)/i.test(text))
    return 'takes a number for a topic';
  return null;
}

const GAP_END = /\[[^\]]*\]$/;
const HANGS =
  /^\s*,?\s*(?:who|whom|whose|which|to which|of which|to whom|since|because|although|though|but|as (?:laid|set|stated|per)|while|then|barring)\b/i;

function atEnd(old: string, text: string, after: string): string | null {
  const said = text.trimEnd();
  const gap = GAP_END.test(said);
  const clause = STATES.test(said.trim()) || ASKS.test(said.trim());
  const closed = /[.!?…]["'”’)]*$/.test(said);
  const next = readWords(after.slice(0, 60))[0];
  const glued = /^[ \t]*$/.test(after.slice(0, after.search(/\S/)));
  if (
    /^\[what\b|[\s,]\[what\b[^\]]*\]$/.test(said) &&
    gap &&
    next &&
    glued &&
    !/\b(?:why|that|because)\s\[[^\]]*\]$/.test(said)
  ) {
    if (/^(?:VERB|AUX)$/.test(next.pos) || /^(?:please|not)$/.test(next.norm)) return 'puts a gap before a verb';
  }
  if (!clause || closed || said !== text) return null;
  if (gap && HANGS.test(after)) return 'leaves a tail';
  if (/^\s*,?\s*(?:who|whom|whose|to which|to whom)\b/i.test(after) && lastWord(old) !== lastWord(said))
    return 'leaves a tail';
  if (/\bthat\b/.test(said) && /^\s+to (?:hear|see|learn|read|know)\b/i.test(after)) return 'leaves a tail';
  // a clause ends, and the next word goes on with another
  if (
    gap &&
    glued &&
    next &&
    /^(?:PRON|DET|NOUN|VERB|AUX|PROPN|ADJ)$/.test(next.pos) &&
    /^[ \t]+\S/.test(after) &&
    lastWord(old) !== lastWord(said)
  )
    return 'runs into the next words';
  if (
    /\[(?:next step|step|option|what you need from them)\]$/.test(said) &&
    /^\s+and\s+(?:I|we|you|our|my|your|the|it|he|she|they)\b/i.test(after)
  )
    return 'runs into the next words';
  return null;
}

function lastWord(text: string): string {
  return /[\p{L}\d\]]+(?=[^\p{L}\d\]]*$)/u.exec(text)?.[0].toLowerCase() ?? '';
}

/** A sentence taken out from before one that points back at it. */
function removed(draft: string, { start, end }: Edit): string | null {
  const old = draft.slice(start, end);
  if (!/[.!?…]\s*$/.test(old) || !/(?:^|[.!?…]["'”’)]*\s+|\n\s*)$/.test(draft.slice(0, start))) return null;
  if (!readWords(old).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')) return null;
  const next = /^[^.!?\n]*/.exec(draft.slice(end))?.[0] ?? '';
  if (/^(?:they|he|she|those|these)\b/i.test(next) || /\b(?:their|them|his|her)\b/i.test(next)) {
    const words = readWords(next);
    const at = words.findIndex(({ norm }) => /^(?:they|he|she|their|them|his|her|those|these)$/.test(norm));
    const many = /^(?:they|their|them|those|these)$/.test(words[at]?.norm ?? '');
    const named = words
      .slice(0, at)
      .some(({ pos, text }) => pos === 'PROPN' || (pos === 'NOUN' && (!many || /[^s]s$/.test(text))));
    if (!named) return 'leaves a word that points at nothing';
  }
  return null;
}
