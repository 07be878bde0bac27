/** What each sentence of a reply is there for. Read from its words alone, so that it is kept by the reading. */
import type { CompiledBanks } from '../phrasebank/compile';
import type { Reading } from './document';

export type Role =
  | 'greeting'
  | 'thanks'
  | 'acknowledgement'
  | 'owning'
  | 'impersonal-fault'
  | 'action'
  | 'promise'
  | 'resolved'
  | 'request'
  | 'question'
  | 'link'
  | 'option'
  | 'check-in'
  | 'later-answer'
  | 'pass-on'
  | 'limit'
  | 'sign-off';

/** The word class of classes.json that shows a role. */
const BY_CLASS: readonly [Role, string][] = [
  ['greeting', 'greeting'],
  ['thanks', 'thanking'],
  ['owning', 'owning'],
  ['impersonal-fault', 'impersonal-fault'],
  ['action', 'own-action'],
  ['promise', 'future-own'],
  ['resolved', 'resolved'],
  ['request', 'request'],
  ['link', 'link'],
  ['option', 'option'],
  ['check-in', 'check-in'],
  ['later-answer', 'later-answer'],
  ['pass-on', 'pass-on'],
  ['limit', 'limit-setting'],
  ['sign-off', 'sign-off'],
];

/** A page's or mailbox's address. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w-]+\.[a-z]{2,}\/\S+|[\w.-]+@[\w-]+\.\w+/i;

const kept = new WeakMap<CompiledBanks, WeakMap<Reading, ReadonlySet<Role>>>();

export function rolesOf(reading: Reading, banks: CompiledBanks): ReadonlySet<Role> {
  const byReading = kept.get(banks) ?? new WeakMap<Reading, ReadonlySet<Role>>();
  kept.set(banks, byReading);
  const roles = byReading.get(reading) ?? read(reading, banks);
  byReading.set(reading, roles);
  return roles;
}

function read(reading: Reading, banks: CompiledBanks): ReadonlySet<Role> {
  const roles = new Set<Role>(BY_CLASS.flatMap(([role, name]) => (banks.has(name, reading) ? [role] : [])));
  // "It isn't fixed yet", "If it says so, you're sorted"
  if (banks.has('not-resolved', reading)) roles.delete('resolved');
  // "I've raised your limit"
  if (banks.has('not-passed-on', reading)) roles.delete('pass-on');
  if (acknowledges(reading, banks)) roles.add('acknowledgement');
  if (ADDRESS.test(reading.text)) roles.add('link');
  if (reading.tokens.some(({ norm }) => /^[!?]*[?][!?]*$/.test(norm))) roles.add('question');
  return roles;
}

/** An apology counts unless it only opens a refusal ("sorry, but ..."); sympathy unless it asks or is about ourselves. */
export function acknowledges(reading: Reading, banks: CompiledBanks): boolean {
  const about = banks.find('sympathy-in-name-only', reading);
  if (
    banks.find('sympathy', reading).some(({ from, to }) => !about.some((other) => from < other.to && other.from < to))
  )
    return true;
  const apologies = banks.find('apology', reading).length;
  return apologies > 0 && apologies > banks.find('apology-in-name-only', reading).length;
}
