import { hash } from '../engine/hash';
import type { Entry } from '../engine/types';

/** Another one where a rule finds, says or offers something else by now. Its examples and its source are not in it. */
export function fingerprint({ patterns, unless, when, always, severity, message, rewrites }: Entry): string {
  const { channels, moods, hosts, teams } = when ?? {};
  return hash(
    JSON.stringify([patterns, unless ?? [], channels, moods, hosts, teams, always, severity, message, rewrites ?? []]),
  );
}
