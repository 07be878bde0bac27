/** The shape of a pack's file, checked with valibot. A pack is untrusted input; sizes are limited. */
import * as v from 'valibot';
import { layerSchema, parseLayer } from '../phrasebank/layer-schema';
import { BankError, faultText } from '../phrasebank/schema';
import type { Pack } from './pack';

const plain = (max: number) =>
  v.pipe(
    v.string('is a text'),
    v.maxLength(max, `has at most ${max} characters`),
    v.regex(/^(?!.*<[a-z!/?])/is, 'has no HTML in it'),
  );
const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'is base64'), v.maxLength(400, 'is too long'));

/** Its layer is checked by itself. */
const envelope = v.strictObject({
  reframe: v.pipe(v.literal('pack', 'is "pack": this is no pack of Reframe'), v.description('Says what this file is.')),
  schema: v.pipe(
    v.literal(1, 'is 1: a newer pack needs a newer Reframe'),
    v.description('The version of this format.'),
  ),
  id: v.pipe(
    v.string('is a text'),
    v.regex(/^[\w.-]{1,100}$/, 'is 1 to 100 letters, digits, dots, hyphens and underscores'),
    v.description('The same in every version of the pack.'),
  ),
  name: v.pipe(plain(120), v.description('For people: "Acme support".')),
  language: v.pipe(
    v.string('is a text'),
    v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'is a language tag such as "en"'),
    v.description('BCP 47: the language of the drafts that it is for.'),
  ),
  version: v.pipe(
    v.number('is a number'),
    v.integer('is a whole number'),
    v.minValue(1, 'is 1 or more'),
    v.maxValue(1_000_000_000, 'is too large'),
    v.description('Counts the versions from 1.'),
  ),
  savedAt: v.pipe(
    v.string('is a text'),
    v.isoTimestamp('is a time such as "2026-03-01T09:00:00.000Z"'),
    v.description('When this version was saved, in ISO 8601.'),
  ),
  author: v.pipe(plain(120), v.description('Who saved it.')),
  note: v.pipe(plain(2000), v.description('What is new in it.')),
  after: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is a SHA-256 in hexadecimal')), 'is a list'),
    v.maxLength(1000, 'has at most 1000 entries'),
    v.description('Digests of the versions before it, newest first: by them two changes of one pack are merged.'),
  ),
  pilot: v.pipe(
    v.array(plain(80), 'is a list'),
    v.maxLength(200, 'has at most 200 entries'),
    v.description('Teams that get it, as agents or the policy name them in the settings; empty: everyone.'),
  ),
  layer: v.looseObject({}, 'is an object'),
  signature: v.optional(
    v.pipe(
      v.strictObject({
        key: v.pipe(base64, v.description('The public key that it is checked with: SPKI in base64.')),
        value: v.pipe(base64, v.description('The signature in base64.')),
      }),
      v.description('ECDSA on P-256 with SHA-256 over the JSON of all else with sorted keys and no white space.'),
    ),
  ),
});

/** The whole shape, for whoever publishes it. */
export const packSchema = v.strictObject({ ...envelope.entries, layer: layerSchema });

/**
 * Checks what was parsed from a pack's JSON. Gives that very value: a digest and a signature are over what the file has.
 * Throws a `BankError` with every fault in it.
 */
export function parsePack(value: unknown, file: string): Pack {
  const result = v.safeParse(envelope, value);
  const faults = result.success ? [] : result.issues.map(describe);
  const layer = (value as Partial<Pack> | null)?.layer;
  if (layer) faults.push(...faultsOfLayer(layer, file));
  if (faults.length > 0) throw new BankError(file, faults);
  return value as Pack;
}

function faultsOfLayer(layer: unknown, file: string): string[] {
  try {
    parseLayer(layer, file);
    return [];
  } catch (error) {
    if (error instanceof BankError) return error.faults;
    throw error;
  }
}

function describe(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue);
  return place === null ? 'is no pack of Reframe' : `field "${place}": ${faultText(issue)}`;
}
