/**
 * The shape of a team's layer. It is untrusted input: strict, limited in size, without HTML, without links but https, and
 * with no pattern that would keep the coach busy. Nothing is changed by reading: a signature is over what was written.
 */
import * as v from 'valibot';
import { costOf } from '../engine/pattern/cost';
import { PatternError, parsePattern } from '../engine/pattern/parse';
import { CRITERIA, PHRASE_PRINCIPLES, STRENGTHS } from '../engine/principles';
import { CONVERSATION_SLOTS, MOVE_NAMES, PHRASE_SLOTS } from '../engine/rewrite/nameable';
import { type Layer, ruleId, type TeamRule } from './layer';
import { hasHtml, hasOtherLink } from './plain-text';
import { atLeastZero, BankError, entryFields, faultText, list, severity, slug, text, whyFields } from './schema';
import { OWNERS, spellings, WORDS_BANK } from './spellings';

/** Of one pattern: see `costOf`. Those of the built-in banks stay under 1,200. */
const MOST_STEPS = 3000;
/** Of all patterns of a layer. The built-in banks come to 90,000. */
const MOST_STEPS_IN_ALL = 300_000;
const MOST_RULES = 5000;

const plain = (max: number) =>
  v.pipe(
    text(max),
    v.check((said) => !hasHtml(said), 'has HTML in it'),
    v.check((said) => !hasOtherLink(said), 'has a link that does not begin with https://'),
  );

const pattern = v.pipe(
  text(2000),
  v.check((source) => !hasOtherLink(source), 'has a link that does not begin with https://'),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? patternFault(dataset.value) : null;
    if (fault !== null) addIssue({ message: fault });
  }),
);

function patternFault(source: string): string | null {
  try {
    return costOf(parsePattern(source)) > MOST_STEPS ? TOO_LARGE : null;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

const TOO_LARGE =
  'this pattern can be read in too many ways; take fewer gaps and options, or make several patterns of it';

/** `<use>` stands for a verb in the form of the one it replaces. */
const LEMMA_SLOT = /<(?!(?:a|b|br|em|h\d|hr|i|img|p|s|script|style|svg|u)>)[a-z][a-z'-]*>/g;

/** A text with slots: '{name}', '[day]', '<use>'. */
const template = (slots: readonly string[]) =>
  v.pipe(
    text(1000),
    v.check((said) => !hasHtml(said.replace(LEMMA_SLOT, '')), 'has HTML in it'),
    v.check((said) => !hasOtherLink(said), 'has a link that does not begin with https://'),
    v.check(
      (said) => [...said.matchAll(/\{([^}]*)\}/g)].every(([, name]) => slots.includes(name as string)),
      `has a slot that there is not; there are ${slots.map((name) => `{${name}}`).join(', ')}`,
    ),
  );

const rewrite = v.pipe(
  template([...CONVERSATION_SLOTS, ...PHRASE_SLOTS]),
  v.check(
    (said) => !said.startsWith('@') || (MOVE_NAMES as readonly string[]).includes(said.slice(1)),
    'names a rewrite by "@" that there is not',
  ),
);

const say = v.pipe(
  plain(400),
  v.check((said) => spellings(said).length > 0, 'has no word in it'),
);
/** A rule, or a principle: '<principle>/<rule>'. Rules of words have their letters in their ids. */
const named = v.pipe(
  v.string('is a text'),
  v.regex(
    /^[a-z0-9-]{1,100}(?:\/[\p{Ll}\p{Lo}\p{Lm}\p{N}-]{1,400})?$/u,
    'is a principle or a rule, such as "blame/you-failed-to"',
  ),
);

export const ruleSchema = v.pipe(
  v.strictObject({
    ...entryFields({ plain, pattern, rewrite }),
    principle: v.picklist(PHRASE_PRINCIPLES, `is one of ${PHRASE_PRINCIPLES.join(', ')}`),
    over: v.optional(plain(20)),
  }),
  v.forward(
    v.check(
      ({ principle, id }) => principle !== WORDS_BANK || !OWNERS.some((owner) => id.startsWith(`${owner}-`)),
      `begins otherwise: ids with ${OWNERS.map((owner) => `"${owner}-"`).join(' and ')} are those of words`,
    ),
    ['id'],
  ),
);

/** The shape alone: `parseLayer` asks more. */
export const layerSchema = v.strictObject(
  {
    rules: list(ruleSchema, MOST_RULES),
    words: v.strictObject({
      avoid: list(
        v.strictObject({ say, instead: v.union([v.literal(''), plain(400)], 'is a plain text') }),
        MOST_RULES,
      ),
      fine: list(say, MOST_RULES),
    }),
    strengths: list(
      v.strictObject({ say, strength: v.picklist(STRENGTHS, `is one of ${STRENGTHS.join(', ')}`) }),
      1000,
    ),
    snippets: list(
      v.strictObject({
        kind: v.picklist(
          ['opening', 'next-step', 'follow-up', 'boundary'],
          'is opening, next-step, follow-up or boundary',
        ),
        text: template(CONVERSATION_SLOTS),
      }),
      500,
    ),
    principlesOff: list(slug, 100),
    rulesOff: list(named, MOST_RULES),
    severity: v.record(named, severity),
    weights: v.partial(v.strictObject(Object.fromEntries(CRITERIA.map((id) => [id, atLeastZero])))),
    why: v.record(slug, v.partial(v.strictObject(whyFields({ plain })))),
  },
  'is no layer of a team',
);

/** Checks a layer whole. Throws a `BankError` with its faults, each with entry and field. */
export function parseLayer(value: unknown, file: string): Layer {
  const result = v.safeParse(layerSchema, value);
  const faults = result.success
    ? wholeFaults(value as Layer)
    : result.issues.map((issue) => `${placeOf(issue, value)}${faultText(issue)}`);
  if (faults.length > 0) throw new BankError(file, shortened(faults));
  return value as Layer;
}

/** What keeps a rule from being saved: by field, such as 'patterns.0'. */
export function faultsOf(rule: TeamRule): { field: string; text: string }[] {
  const result = v.safeParse(ruleSchema, rule);
  if (result.success) return [];
  return result.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', text: faultText(issue) }));
}

/** What no single rule shows. */
function wholeFaults({ rules, severity: set }: Layer): string[] {
  const seen = new Set<string>();
  const twice = rules.map(ruleId).filter((id) => seen.size === seen.add(id).size);
  const steps = rules
    .flatMap(({ patterns, unless = [] }) => [...patterns, ...unless])
    .reduce((sum, source) => sum + costOf(parsePattern(source)), 0);
  return [
    ...twice.map((id) => `entry "${id}": the id is used twice`),
    ...(steps > MOST_STEPS_IN_ALL
      ? ['field "rules": all patterns together are too large; take fewer gaps and options']
      : []),
    ...(Object.keys(set).length > MOST_RULES ? [`field "severity": has at most ${MOST_RULES} entries`] : []),
  ];
}

const MOST_FAULTS = 100;

function shortened(faults: readonly string[]): string[] {
  const more = faults.length - MOST_FAULTS;
  return more > 0 ? [...faults.slice(0, MOST_FAULTS), `and ${more} more`] : [...faults];
}

/** 'entry "blame/it-was-you", field "message": '. */
function placeOf(issue: v.BaseIssue<unknown>, layer: unknown): string {
  const keys = (issue.path ?? []).map(({ key }) => key as string | number);
  const [list, index] = keys;
  let entry = '';
  if (list === 'rules' && typeof index === 'number') {
    const { principle, id } = ((layer as Layer).rules[index] ?? {}) as Partial<TeamRule>;
    entry = typeof id === 'string' ? `entry "${String(principle)}/${id}"`.slice(0, 120) : `entry ${index + 1}`;
    keys.splice(0, 2);
  }
  const field = keys.length > 0 ? `field "${keys.join('.')}"` : '';
  const place = [entry, field].filter(Boolean).join(', ');
  return place && `${place}: `;
}
