/** `npm run pack-schema`: the format of a pack as a JSON Schema, for editors and for whoever writes packs by program. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type JSONSchema7, toJsonSchema } from '@valibot/to-json-schema';
import { packSchema } from '../pack/pack-schema';

export const SCHEMA_FILE = fileURLToPath(new URL('../../phrasebanks/pack.schema.json', import.meta.url));

/** What the parts of a layer are, by their place in it. */
const PARTS = {
  '': 'What the team lays over the built-in banks. It names only what differs from them.',
  rules: "Rules of the team's own. One with the principle and id of a built-in rule takes its place.",
  words: 'Words to avoid, each with what to say instead ("" where there is nothing), and words that are fine here.',
  strengths: 'Phrases that are credited. Several spellings: put commas between them.',
  snippets: 'Sentences that are offered first where the coach finds that such a one is missing.',
  principlesOff: 'Principles that are switched off.',
  rulesOff: 'Rules that are switched off: "blame/you-failed-to".',
  severity: 'By rule or principle, in the place of the built-in one: high and medium are underlined, low is a hint.',
  weights: 'What the criteria of the scorecard weigh, 0 to 100; those that are not named weigh as built in.',
  why: "Why a principle matters, in the team's words; what is not given stays the built-in one's.",
};

/** What can't be said in a JSON Schema is left to the reader. */
export function packJsonSchema(): string {
  const { properties, ...schema } = toJsonSchema(packSchema, { errorMode: 'ignore' });
  const layer = properties?.layer as JSONSchema7;
  return `${JSON.stringify({ ...HEAD, ...schema, properties: { ...properties, layer: described(layer) } }, null, 2)}\n`;
}

const HEAD = {
  title: 'A pack of Reframe',
  description:
    'One version of what a team lays over the built-in phrase banks. Beside this shape the reader checks that patterns can be read and are not too large, that ids are unique, and that texts hold no HTML and no links but https.',
};

function described({ properties = {}, ...layer }: JSONSchema7): JSONSchema7 {
  const parts = Object.entries(properties).map(([name, part]) => [
    name,
    { description: PARTS[name as keyof typeof PARTS], ...(part as JSONSchema7) },
  ]);
  return { description: PARTS[''], ...layer, properties: Object.fromEntries(parts) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA_FILE, packJsonSchema());
