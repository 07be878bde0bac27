import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { provePack } from '../../lib/background/pack/prove';
import { packJsonSchema, SCHEMA_FILE } from '../../lib/cli/pack-schema';
import { readPack } from '../../lib/pack/read-pack';
import { samplePack } from './sample-pack';

const example = readFileSync('phrasebanks/example.pack.json', 'utf8');
const schema = readFileSync(SCHEMA_FILE, 'utf8');
const valid = new Ajv({ strict: true, validateFormats: false }).compile(JSON.parse(schema));

describe('the published schema of a pack', () => {
  it('is what the reader checks: npm run pack-schema writes it anew', () => {
    expect(JSON.parse(schema)).toEqual(JSON.parse(packJsonSchema()));
  });

  it('says what each part is', () => {
    const { properties } = JSON.parse(schema);
    for (const [name, part] of Object.entries({ ...properties, ...properties.layer.properties }))
      if (name !== 'layer') expect(part, name).toHaveProperty('description');
  });

  it.each([
    ['the example', JSON.parse(example), true],
    ['a small pack', samplePack(), true],
    ['one with a field too many', { ...samplePack(), telemetry: true }, false],
    ['one without a layer', { ...samplePack(), layer: undefined }, false],
    ['one with a weight of 200', { ...samplePack(), layer: { ...samplePack().layer, weights: { tone: 200 } } }, false],
  ])('takes what it should: %s', (_, pack, expected) => {
    expect(valid(JSON.parse(JSON.stringify(pack)))).toBe(expected);
  });
});

describe('the example pack', { timeout: 60_000 }, () => {
  it('is taken, with all of its examples', async () => {
    const pack = readPack(example, 'example.pack.json');
    const faults = await provePack(pack, { pause: async () => {}, onProgress() {} });
    expect(faults).toEqual([]);
    expect(Object.values(pack.layer).filter((part) => Object.keys(part).length > 0).length).toBeGreaterThan(6);
  });
});
