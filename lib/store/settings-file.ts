/**
 * Settings as a file, to carry them to another machine or hand them to a colleague. A file is untrusted input: it is
 * checked whole, and where it has a fault nothing of it is taken.
 */
import * as v from 'valibot';
import { checked, parseJson } from './file-faults';
import { DEFAULTS, PANEL_PARTS, type Settings, UNDERLINE_STYLES } from './settings';

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
    takenCount: v.record(short, count),
    maxUnderlines: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
    underlineStyle: v.picklist(UNDERLINE_STYLES),
    panelHides: v.pipe(v.array(v.picklist(PANEL_PARTS)), v.maxLength(10, 'has at most 10 entries')),
    panelText: v.picklist(['normal', 'large']),
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

/** The text of a settings file, for people to read and a repository to hold. */
export function settingsFile(now: Settings): string {
  return `${JSON.stringify({ reframe: 'settings', schema: SCHEMA, settings: carriedSettings(now) }, null, 2)}\n`;
}

/** What of the settings goes along to another machine. */
export function carriedSettings(now: Settings): Partial<Settings> {
  return Object.fromEntries(CARRIED.map((name) => [name, now[name]]));
}

/** Throws a `FileError`. */
export function checkSettings(value: unknown): Partial<Settings> {
  return checked(v.safeParse(settings, value)) as Partial<Settings>;
}

/** The settings in a file's text, over the defaults. Throws a `FileError`. */
export function readSettingsFile(text: string): Partial<Settings> {
  return { ...carriedSettings(DEFAULTS), ...parseSettingsFile(text) };
}

/** The settings that a file's text names, and no others. Throws a `FileError`. */
export function parseSettingsFile(text: string): Partial<Settings> {
  return checked(v.safeParse(file, parseJson(text))).settings as Partial<Settings>;
}
