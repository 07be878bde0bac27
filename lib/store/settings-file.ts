/**
 * Settings as a file, to carry them to another machine or hand them to a colleague. A file is untrusted input: it is
 * checked whole, and where it has a fault nothing of it is taken.
 */
import * as v from 'valibot';
import { DEFAULTS, type Settings } from './settings';

const SCHEMA = 1;
const short = v.pipe(v.string(), v.maxLength(200, 'has at most 200 characters'));
const list = v.pipe(v.array(short), v.maxLength(2000, 'has at most 2000 entries'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What belongs to the agent and not to the machine: no snooze, no introduction. */
const settings = v.partial(
  v.strictObject({
    enabled: v.boolean(),
    sitesOff: list,
    principlesOff: list,
    rulesOff: list,
    severity: v.record(short, v.picklist(['high', 'medium', 'low'])),
    leftCount: v.record(short, count),
    maxUnderlines: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
    notes: v.picklist(['off', 'respect']),
    counting: v.boolean(),
    keepExamples: v.boolean(),
    keys: v.record(short, short),
    words: v.strictObject({
      avoid: v.pipe(
        v.array(v.strictObject({ say: short, instead: short })),
        v.maxLength(500, 'has at most 500 entries'),
      ),
      fine: v.pipe(list, v.maxLength(500, 'has at most 500 entries')),
    }),
    team: v.pipe(v.string(), v.maxLength(80, 'has at most 80 characters')),
    sync: v.boolean(),
    keepDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650)),
  }),
);
const file = v.strictObject({ reframe: v.literal('settings'), schema: v.literal(SCHEMA), settings });

const CARRIED = Object.keys(settings.entries) as (keyof typeof settings.entries)[];

/** What is wrong with a settings file, each fault with its place. */
export class SettingsFileError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('; '));
    this.name = 'SettingsFileError';
  }
}

/** The text of a settings file, for people to read and a repository to hold. */
export function settingsFile(now: Settings): string {
  const carried = Object.fromEntries(CARRIED.map((name) => [name, now[name]]));
  return `${JSON.stringify({ reframe: 'settings', schema: SCHEMA, settings: carried }, null, 2)}\n`;
}

/** The settings in a file's text, over the defaults. Throws a `SettingsFileError`. */
export function readSettingsFile(text: string): Partial<Settings> {
  const defaults = Object.fromEntries(CARRIED.map((name) => [name, DEFAULTS[name]]));
  return { ...defaults, ...parseSettingsFile(text) };
}

/** The settings that a file's text names, and no others. Throws a `SettingsFileError`. */
export function parseSettingsFile(text: string): Partial<Settings> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new SettingsFileError([error instanceof Error ? error.message : String(error)]);
  }
  const result = v.safeParse(file, parsed);
  if (!result.success) {
    throw new SettingsFileError(
      result.issues.map(({ path, message }) => {
        const place = path?.map(({ key }) => key).join('.');
        return place ? `${place}: ${message}` : message;
      }),
    );
  }
  return result.output.settings as Partial<Settings>;
}
