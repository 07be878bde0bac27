/** The tone of a draft made to fit the customer's: a breezy one earnest, a stiff one warm. */
import type { DraftFacts } from '../../detectors/detector';
import { readDocument, type Sentence } from '../../document';
import { has, type ReplySentence, replyOf } from '../../reply';
import type { Edit } from '../../types';
import { inPlaceOf } from '../beside';
import { factsIn } from '../facts';
import { problemOf } from '../lift';
import type { Move, RewriteContext } from '../move';
import { insertAtOpening, openingAt } from '../place';
import { wordings } from '../say';
import { capitalise, decapitalise } from '../splice';
import { ended } from '../template';
import { caseSentences, isBereaved, isSerious } from './acknowledge';

/** Stiff to a friend gets warm; to somebody in trouble, whatever the tone was, the case comes first. */
export const matchTone: Move = (context) => {
  const { facts, finding } = context;
  const upset = facts.conversation.mood.id === 'upset';
  const light = !isBereaved(facts) && !isSerious(facts) && problemOf(facts) === null;
  const friendly = finding.rule.endsWith('/stiff-to-friendly') && light;
  return upset && !friendly ? [...earnest(context)] : warm(context);
};

const PICTURES = /^\W+/u;
const MERRY_MARK = /!|\p{Extended_Pictographic}|(?:^|\s)(?:[:;]-?[)DPp]|xx+)(?=\s|$)/u;

/** A new opening with the case in it, in place of the merry one; the rest keeps its words and loses its marks. */
function* earnest(context: RewriteContext): Generator<Edit> {
  const { draft, facts, voice } = context;
  const { greeting, sentences, body, closing } = replyOf(facts);
  const merry = (one: ReplySentence) =>
    MERRY_MARK.test(draft.slice(one.sentence.start, endWithMarks(draft, one.sentence))) ||
    ['celebrating', 'breezy-word', 'breezy'].some((name) => facts.banks.has(name, one.sentence.reading));
  const greets = ({ sentence }: ReplySentence) =>
    facts.banks.has('greeting-opening', sentence.reading) || facts.banks.has('hey-hey', sentence.reading);
  const idle = (one: ReplySentence) =>
    factsIn(one.sentence.reading.text.replace(PICTURES, '')).length === 0 &&
    !facts.banks.has('lasting-act', one.sentence.reading) &&
    !one.roles.has('question') &&
    !one.roles.has('request') &&
    !one.roles.has('link');
  const apologetic = (one: ReplySentence) => facts.banks.has('sorry-word', one.sentence.reading);
  const gone = new Set(
    body.filter((one) => (idle(one) || isAside(one)) && short(one) && (merry(one) || apologetic(one) || isAside(one))),
  );
  for (const one of closing) if (merry(one) && facts.banks.has('celebrating', one.sentence.reading)) gone.add(one);
  const kept = body.filter((one) => !gone.has(one));
  const sorryStays = kept.some(apologetic);
  const [said] = caseSentences(context);
  if (kept.length > 0 && said) {
    const hello = sentences[0];
    // 'Hi Ann,' alone, or a merry one that would go
    const first =
      greeting && body[0] !== greeting ? greeting : hello && greets(hello) && wordCount(hello) <= 4 ? hello : null;
    const open = openingAt(facts);
    const inline = open.inline && hello && kept[0] === hello ? open.at - hello.sentence.start : 0;
    const opened = sorryStays ? '' : `${ended(said)} `;
    let text = '';
    let at = 0;
    for (const one of sentences) {
      const { start } = one.sentence;
      const end = endWithMarks(draft, one.sentence);
      const before = draft.slice(at, start);
      if (gone.has(one) && one !== first) {
        text += /\n/.test(before) && !/\n\s*$/.test(text) ? before : '';
        at = end;
        continue;
      }
      const words = draft.slice(start, end);
      text += text === '' || /\s$/.test(text) ? before.trimStart() : before || ' ';
      text +=
        one === first
          ? plainGreeting(words, context)
          : one === kept[0] && inline > 0
            ? `${plainGreeting(words.slice(0, inline).trimEnd(), context)} ${opened ? decapitalise(opened) : ''}${capitalise(withoutMerry(words.slice(inline), facts))}`
            : one === kept[0]
              ? (/,\s$/.test(text) && !/\n\s*$/.test(text) ? decapitalise(opened) : opened) +
                capitalise(withoutMerry(words, facts))
              : withoutMerry(words, facts);
      at = end;
    }
    text += draft.slice(at);
    const whole = calmMarks(text).replace(/\n{3,}/g, '\n\n');
    yield {
      start: 0,
      end: draft.length,
      text: voice.lowerCase
        ? whole.replace(
            /(^|[.?]\s+)(\p{Lu})(?=\p{Ll})/gu,
            (_all, head: string, letter: string) => head + letter.toLowerCase(),
          )
        : whole,
    };
  }
  for (const text of caseSentences(context)) yield insertAtOpening(facts, ended(text), voice);
}

function wordCount({ sentence }: ReplySentence): number {
  return sentence.reading.tokens.filter(({ kind }) => kind === 'word').length;
}

function short(one: ReplySentence): boolean {
  return wordCount(one) <= 10;
}

/** 'Migrations, eh?' */
function isAside(one: ReplySentence): boolean {
  return wordCount(one) <= 2 && /[!?]/.test(one.sentence.reading.text);
}

/** Pictures and marks right behind a sentence are part of it. */
function endWithMarks(draft: string, { end }: Sentence): number {
  return (
    end +
    (/^(?:[ \t]*(?:\p{Extended_Pictographic}|\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}]|[!]))+/u.exec(draft.slice(end))?.[0]
      .length ?? 0)
  );
}

/** The name at the end of a greeting: 'Joanna' of 'Heyyy Joanna!!!'. Titles and posts are none. */
function calledName(words: string): string | undefined {
  const name = /\s((?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )?\p{Lu}[\p{L}'’-]+)[^\p{L}]*$/u.exec(words)?.[1];
  return name &&
    !/^(?:Sir|Madam|Guest|Customer|Resident|Patient|Member|Client|Patron|Team|All|There|User|Policyholder|Student|Parent|Guardian|Subscriber|Passenger)$/i.test(
      name,
    )
    ? name
    : undefined;
}

/** 'Heyyy Joanna!!!' -> 'Hi Joanna,' */
function plainGreeting(words: string, context: RewriteContext): string {
  const own = calledName(words);
  const [named = ''] = own
    ? wordings('serious-greeting', context, { name: own })
    : wordings('serious-greeting', context);
  return /\[/.test(named) ? (wordings('serious-greeting-nameless', context)[0] ?? words) : named;
}

/** 'lol', 'super duper' go; what holds its sentence together stays. */
function withoutMerry(words: string, { banks }: DraftFacts): string {
  let text = words;
  for (const { reading, start } of [...readDocument(words).sentences].reverse()) {
    const merry = [...banks.find('breezy', reading), ...banks.find('celebrating', reading)].sort(
      (a, b) => b.from - a.from,
    );
    let cut = Number.POSITIVE_INFINITY;
    for (const { from, to } of merry) {
      if (to > cut) continue;
      const first = reading.tokens[from];
      const last = reading.tokens[to - 1];
      const after = reading.tokens[to];
      if (!first || !last || (after?.kind === 'word' && from > 0 && reading.tokens[from - 1]?.kind === 'word'))
        continue;
      // 'your data is super safe': what follows the verb holds the sentence
      if (from > 0 && /^(?:AUX|VERB|DET|ADP|ADV|PRON|PART)$/.test(reading.tokens[from - 1]?.pos ?? '')) continue;
      cut = from;
      const end = start + last.end;
      const lead = /^[\s,!]*/.exec(text.slice(end))?.[0].length ?? 0;
      text =
        from === 0
          ? capitalise(text.slice(end + lead))
          : text.slice(0, start + first.start).trimEnd() + text.slice(end);
    }
  }
  return text;
}

function calmMarks(text: string): string {
  return text
    .replace(
      /(?<=[\p{L}\d])[ \t]*(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*[ \t]*)+(?=\s*[\p{L}\d]|\s*$)/gu,
      '. ',
    )
    .replace(/[ \t]*(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])*)+/gu, '')
    .replace(/(?<=[\p{L}\d])[ \t]+(?::-?\)|;-?\)|:-?D)(?=[ \t]+\p{Lu})/gu, '.')
    .replace(/[ \t]+(?::-?\)|;-?\)|:-?D|x{1,3})(?=\s|$)/g, '')
    .replace(/!+/g, '.')
    .replace(/[ \t]+(?=\n|$)/g, '')
    .replace(/,\s*([.?])/g, '$1')
    .replace(/([.?])[ \t]*\.(?!\.)/g, '$1')
    .replace(/^(\s*(?:hi|hey|hello)[^.,\n]{0,30})\.(?=\s*\n)/i, '$1,')
    .trimEnd();
}

/** A greeting as to a friend, and a warm line in place of a receipt. */
function warm(context: RewriteContext): Edit[] {
  const { facts, voice } = context;
  const { greeting, body } = replyOf(facts);
  const [first] = body;
  const receipt =
    first &&
    facts.banks.has('receipt-only', first.sentence.reading) &&
    factsIn(first.sentence.reading.text).length === 0 &&
    !has(first, 'negative-phrasing')
      ? first
      : null;
  const own = greeting && calledName(facts.document.text.slice(greeting.sentence.start, greeting.sentence.end));
  const hello = (wordings('warm-hello', context, own ? { name: own } : {}) as string[]).map((text) =>
    text.replace(/ \[name\]/, ''),
  );
  const edits: Edit[] = [];
  if (greeting && first !== greeting) {
    const texts = facts.document.text.slice(greeting.sentence.end).startsWith('\n')
      ? hello.map((text) => text.replace(/, t/, ',\n\nT'))
      : hello;
    if (receipt) edits.push(...texts.map((text) => inPlaceOf(greeting.sentence, receipt.sentence, text, voice)));
    edits.push(...texts.map((text) => inPlaceOf(greeting.sentence, greeting.sentence, text, voice)));
  } else if (receipt) {
    edits.push(...hello.map((text) => inPlaceOf(receipt.sentence, receipt.sentence, text, voice)));
  }
  const line = wordings('warm-line', context);
  return [
    ...edits,
    ...(greeting ? line : hello).map((text) => insertAtOpening(facts, text, voice)),
    ...line.map((text) => insertAtOpening(facts, text, voice)),
  ];
}
