/** The pure parts of the team's own lists. */
import { describe, expect, it } from 'vitest';
import { EMPTY_LAYER, type Layer } from '../../lib/phrasebank/layer';
import { parseLayer } from '../../lib/phrasebank/layer-schema';
import { clashesIn } from '../../lib/studio/words/clashes';
import { holds, LIST_IDS, LISTS, rowFaults, tidied } from '../../lib/studio/words/lists';
import { pasted, withPasted } from '../../lib/studio/words/paste';

const layer = (part: Partial<Layer>): Layer => ({ ...EMPTY_LAYER, ...part });
const FULL = layer({
  words: { avoid: [{ say: 'cheap', instead: 'good value' }], fine: ['RMA'] },
  strengths: [{ say: 'happy stitching', strength: 'warm-closing' }],
  snippets: [{ kind: 'opening', text: 'Hi {name},\nthank you for writing.' }],
});

describe('lists', () => {
  it('gives back what it was given, and leaves the rest of the layer alone', () => {
    for (const id of LIST_IDS) {
      const list = LISTS[id];
      expect(list.rows(FULL)).toHaveLength(1);
      expect(list.withRows(FULL, list.rows(FULL))).toEqual(FULL);
      expect(list.rows(list.withRows(FULL, []))).toEqual([]);
    }
  });

  it('tidies white space, and keeps the lines of a snippet', () => {
    expect(tidied([' two \n words ', ''], LISTS.avoid)).toEqual(['two words', '']);
    expect(tidied(['Hi  {name}, \n thanks. ', 'opening'], LISTS.snippets)[0]).toBe('Hi {name},\nthanks.');
  });

  it.each([
    ['avoid', [' , ', ''], 'empty'],
    ['avoid', ['x'.repeat(401), ''], 'long'],
    ['avoid', ['a <b>word</b>', ''], 'html'],
    ['strengths', ['lovely', 'kindness'], 'choice'],
    ['snippets', ['See http://example.com', 'opening'], 'link'],
    ['snippets', ['Hi {first},', 'opening'], 'slot'],
  ] as const)('finds what is wrong in %s: %j', (id, row, fault) => {
    expect(rowFaults(tidied(row, LISTS[id]), LISTS[id]).map((one) => one.fault)).toEqual([fault]);
  });

  it('takes slots, gaps, https and a preferred form that is empty', () => {
    expect(rowFaults(['Hi {name}, by [day]: https://example.com/a', 'next-step'], LISTS.snippets)).toEqual([]);
    expect(rowFaults(['5 < 6', ''], LISTS.avoid)).toEqual([]);
  });

  it('takes what a pack may hold, and nothing else', () => {
    const texts = [
      'a word',
      'a < b',
      '<b>',
      '</p',
      'mailto:a@b.c',
      'http://x.y',
      'https://x.y',
      'x'.repeat(400),
      '{name}',
    ];
    for (const text of texts) {
      for (const id of LIST_IDS) {
        const list = LISTS[id];
        const row = tidied([text, list.columns[1]?.choices?.[0] ?? ''], list);
        const parse = () => parseLayer(list.withRows(EMPTY_LAYER, [row]), 'layer');
        if (rowFaults(row, list).length === 0) expect(parse, `${id}: ${text}`).not.toThrow();
        else expect(parse, `${id}: ${text}`).toThrow();
      }
    }
    for (const id of LIST_IDS) {
      const list = LISTS[id];
      const rows = Array.from({ length: list.most + 1 }, (_, at) => [
        `word ${at}`,
        list.columns[1]?.choices?.[0] ?? '',
      ]);
      expect(() => parseLayer(list.withRows(EMPTY_LAYER, rows.slice(1)), 'layer')).not.toThrow();
      expect(() => parseLayer(list.withRows(EMPTY_LAYER, rows), 'layer')).toThrow();
    }
  });

  it('searches in what is shown', () => {
    expect(holds(['Happy stitching', 'warm-closing'], 'stitch closing', (text) => text)).toBe(true);
    expect(holds(['Happy stitching', 'warm-closing'], 'greeting', (text) => text)).toBe(false);
  });
});

describe('pasting', () => {
  const paste = (text: string, id: (typeof LIST_IDS)[number] = 'avoid', rows: string[][] = []) =>
    pasted(text, { list: LISTS[id], rows, otherwise: ['', 'opening'], label: (id) => id.replaceAll('-', ' ') });

  it('reads lines, with and without an arrow', () => {
    expect(paste('cheap -> good value\nRMA=>return\r\n\n  client \nasap → today').map(({ row }) => row)).toEqual([
      ['cheap', 'good value'],
      ['RMA', 'return'],
      ['client', ''],
      ['asap', 'today'],
    ]);
  });

  it('reads two columns of a spreadsheet, with cells over several lines', () => {
    const lines = paste('"Hi {name},\nthank you"\tOpening\n"a ""b"""\tboundary', 'snippets');
    expect(lines.map(({ row }) => row)).toEqual([
      ['Hi {name},\nthank you', 'opening'],
      ['a "b"', 'boundary'],
    ]);
  });

  it('loses no line to a quotation mark that nothing closes', () => {
    expect(paste('"cheap\tgood\nclient\tcustomer').map(({ row }) => row[0])).toEqual(['"cheap', 'client']);
  });

  it('takes a strength by its name, and says where it knows none', () => {
    const lines = paste('lovely -> Warm closing\ngreat -> kindness\nplain', 'strengths');
    expect(lines.map(({ row, fate }) => [row[1], fate])).toEqual([
      ['warm-closing', 'new'],
      ['kindness', 'choice'],
      ['opening', 'choice'],
    ]);
  });

  it('says what becomes of each line', () => {
    const rows = [
      ['cheap', 'good value'],
      ['client', ''],
    ];
    const lines = paste(`Cheap -> great value\nclient\nRMA\nrma\n${'x'.repeat(401)}`, 'avoid', rows);
    expect(lines.map(({ fate }) => fate)).toEqual(['change', 'same', 'new', 'twice', 'long']);
    expect(withPasted(rows, lines)).toEqual([
      ['Cheap', 'great value'],
      ['client', ''],
      ['RMA', ''],
    ]);
  });

  it('stops where the list is full', () => {
    const rows = Array.from({ length: LISTS.fine.most - 1 }, (_, at) => [`word ${at}`]);
    expect(paste('one\ntwo\nword 3', 'fine', rows).map(({ fate }) => fate)).toEqual(['new', 'full', 'same']);
  });
});

describe('clashes', () => {
  it('finds none in an ordinary layer', () => {
    expect(clashesIn(FULL)).toEqual([]);
  });

  it('finds a word that is avoided and fine, at both places', () => {
    const found = clashesIn(layer({ words: { avoid: [{ say: 'return, RMA', instead: '' }], fine: ['rma'] } }));
    expect(found.map(({ at, kind, other }) => [at.list, kind, other.list])).toEqual([
      ['fine', 'also-avoided', 'avoid'],
      ['avoid', 'also-fine', 'fine'],
    ]);
  });

  it('finds an avoided word in a preferred form, a credited phrase and a snippet, as a whole word', () => {
    const found = clashesIn(
      layer({
        words: {
          avoid: [
            { say: 'client', instead: 'customer' },
            { say: 'customer', instead: 'valued client' },
          ],
          fine: [],
        },
        strengths: [{ say: 'dear client', strength: 'warm-greeting' }],
        snippets: [
          { kind: 'opening', text: 'The clients’ desk' },
          { kind: 'opening', text: 'As a Client, you' },
        ],
      }),
    );
    expect(found.map(({ at, word }) => [at.list, at.row, word])).toEqual([
      ['avoid', 0, 'customer'],
      ['avoid', 1, 'client'],
      ['strengths', 0, 'client'],
      ['snippets', 1, 'client'],
    ]);
  });

  it('says nothing of an avoided word that is fine anyway but that it is both', () => {
    const found = clashesIn(
      layer({
        words: { avoid: [{ say: 'RMA', instead: '' }], fine: ['RMA'] },
        snippets: [{ kind: 'opening', text: 'Your RMA' }],
      }),
    );
    expect(found.every(({ kind }) => kind !== 'uses-avoided')).toBe(true);
  });

  it('finds what stands twice in a list', () => {
    const found = clashesIn(
      layer({
        words: {
          avoid: [
            { say: 'cheap, cheaper', instead: '' },
            { say: 'Cheaper', instead: 'x' },
          ],
          fine: [],
        },
      }),
    );
    expect(found).toEqual([
      { at: { list: 'avoid', row: 1 }, kind: 'twice', word: 'Cheaper', other: { list: 'avoid', row: 0 } },
    ]);
  });

  it('is quick with 5,000 words and 500 snippets', () => {
    const avoid = Array.from({ length: 5000 }, (_, at) => ({ say: `word${at} of ours`, instead: `other${at}` }));
    const snippets = Array.from({ length: 500 }, () => ({ kind: 'opening' as const, text: 'some text '.repeat(90) }));
    const began = performance.now();
    clashesIn(layer({ words: { avoid, fine: [] }, snippets }));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
