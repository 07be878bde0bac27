import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { LONGEST_RECORD } from '../../../lib/audit/import/read-csv';
import { readRows } from '../../../lib/audit/import/read-rows';
import { bytesOf, rowsOf } from './helpers';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('well-formed files', { timeout: 60_000 }, () => {
  it('reads quotes, doubled quotes, and delimiters and line breaks inside quotes', async () => {
    const { cells, faults } = await rowsOf('id,reply\r\n1,"Hi, ""Ann"""\r\n2,"two\r\nlines"\r\n');
    expect(cells).toEqual([
      ['1', 'Hi, "Ann"'],
      ['2', 'two\r\nlines'],
    ]);
    expect(faults).toEqual([]);
  });

  it('counts lines as an editor does', async () => {
    const { rows } = await rowsOf('id,reply\n1,"two\nlines"\n\n2,x\n');
    expect(rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'both'],
    ['\r', 'carriage returns'],
  ])('takes %j as the end of a line (%s)', async (end) => {
    const { cells } = await rowsOf(['a,b', '1,2', '3,4', ''].join(end));
    expect(cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('takes all of them in one file', async () => {
    const { cells, rows } = await rowsOf('a,b\r\n1,2\n3,4\r5,"6\r\n7"\r8,9');
    expect(cells).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6\r\n7'],
      ['8', '9'],
    ]);
    expect(rows.map((row) => row.line)).toEqual([2, 3, 4, 6]);
  });

  it.each([',', ';', '\t', '|'])('finds out that %j separates the cells', async (delimiter) => {
    const file = lines(['id', 'reply'].join(delimiter), ['1', '"Yes, we can; we | will\t"'].join(delimiter));
    const { cells } = await rowsOf(file);
    expect(cells).toEqual([['1', 'Yes, we can; we | will\t']]);
  });

  it('believes a first line "sep=;"', async () => {
    const { cells, rows } = await rowsOf('sep=;\r\na;b\r\n1,5;2\r\n');
    expect(cells).toEqual([['1,5', '2']]);
    expect(rows[0]?.line).toBe(3);
  });

  it('keeps formulas as they are: they are neutralised where they would run', async () => {
    const { cells } = await rowsOf(lines('a,b', '=HYPERLINK("http://x"),"=1+1"', '+1,@SUM(A1)'));
    expect(cells).toEqual([
      ['=HYPERLINK("http://x")', '=1+1'],
      ['+1', '@SUM(A1)'],
    ]);
  });

  it('gives every column a name of its own', async () => {
    const { rows } = await rowsOf(lines('Body,,Body,  Two \twords ', '1,2,3,4'));
    expect(rows[0]?.cells).toEqual({ Body: '1', 'Column 2': '2', 'Body (2)': '3', 'Two words': '4' });
  });

  it('numbers the columns of a file without names', async () => {
    const { rows } = await rowsOf(lines('17,2026-03-01,"Thanks for waiting. It is here."', '18,2026-03-02,Fine'));
    expect(rows.map((row) => row.cells)).toEqual([
      { 'Column 1': '17', 'Column 2': '2026-03-01', 'Column 3': 'Thanks for waiting. It is here.' },
      { 'Column 1': '18', 'Column 2': '2026-03-02', 'Column 3': 'Fine' },
    ]);
  });

  it('reads nothing in nothing', async () => {
    for (const file of ['', '\n\n', '\ufeff', 'a,b\n']) expect((await rowsOf(file)).all).toEqual([]);
  });

  it('reads what csv-parse reads', async () => {
    const random = mulberry(7);
    const pieces = ['a', 'B c', '"', ',', '\n', '\r\n', 'é', '😀', '', ' ', '=1', ';'];
    for (let round = 0; round < 300; round++) {
      const width = 2 + Math.floor(random() * 4);
      const table = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
        Array.from({ length: width }, () =>
          Array.from({ length: Math.floor(random() * 5) }, () => pieces[Math.floor(random() * pieces.length)]).join(''),
        ),
      );
      const cell = (text: string) =>
        /[",\n\r]/.test(text) || random() < 0.3 ? `"${text.replaceAll('"', '""')}"` : text;
      const names = Array.from({ length: width }, (_, index) => `name${index}`);
      const file = [names, ...table].map((row) => row.map(cell).join(',')).join('\r\n');
      const theirs = (parse(file, { columns: false }) as string[][])
        .slice(1)
        .filter((row) => row.some((each) => each.trim()));
      const { cells, faults } = await rowsOf(file);
      expect(faults, file).toEqual([]);
      expect(cells, file).toEqual(theirs);
    }
  });
});

describe('hostile files', { timeout: 60_000 }, () => {
  const good = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `${from + index},"Reply, number ${from + index}",Ann`);

  it('loses one row to a quote that is never closed', async () => {
    const { cells, faults } = await rowsOf(lines('id,reply,agent', ...good(0, 5), '5,"Oh no,Ann', ...good(6, 5000)));
    expect(faults).toEqual([
      { line: 7, reason: 'This row has a quotation mark that is never closed.', raw: '5,"Oh no,Ann' },
    ]);
    expect(cells).toHaveLength(4999);
    expect(cells[5]).toEqual(['6', 'Reply, number 6', 'Ann']);
  });

  it('loses one row where no other row has quotes', async () => {
    const plain = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `${from + index},Reply number ${from + index},Ann`);
    const file = lines('id,reply,agent', ...plain(0, 5), '5,"Oh no,Ann', ...plain(6, 90_000));
    const { cells, faults } = await rowsOf(file);
    expect(faults.map((fault) => fault.line)).toEqual([7]);
    expect(cells).toHaveLength(89_999);
  });

  it('loses one row where a later cell happens to close the quote', async () => {
    const { cells, faults } = await rowsOf(lines('id,reply,agent', '1,"Oh no,Ann', '2,It is 5",Bo', '3,Fine,Cy'));
    expect(faults.map((fault) => fault.line)).toEqual([2]);
    expect(cells.at(-1)).toEqual(['3', 'Fine', 'Cy']);
  });

  it('does not take a letter in many lines for rows', async () => {
    const { cells, faults } = await rowsOf(lines('id,reply,agent', '1,"Dear Ann, dear Bo\nThanks, both","Cy, D"'));
    expect(faults).toEqual([]);
    expect(cells).toHaveLength(1);
  });

  it('says so where the rows after it are no better', async () => {
    const { cells, faults } = await rowsOf(lines('id,reply,agent', '1,"Oh no,Ann', '2,few', '3,"Fine",Cy'));
    expect(cells).toEqual([['3', 'Fine', 'Cy']]);
    expect(faults.map(({ line, reason }) => ({ line, reason }))).toEqual([
      {
        line: 2,
        reason: 'This row has a quotation mark that is never closed. The line after it is no whole row either.',
      },
    ]);
  });

  it('loses one row to a quote too many at the end of a cell', async () => {
    const { cells, faults } = await rowsOf(lines('id,reply,agent', '"1","Fine"","Ann"', ...good(2, 9)));
    expect(faults.map((fault) => fault.line)).toEqual([2]);
    expect(cells).toHaveLength(7);
  });

  it('keeps quotes that nobody doubled', async () => {
    const { cells, faults } = await rowsOf(lines('id,reply', '1,"She said "hi" to me"', '2,the 5" screen'));
    expect(cells).toEqual([
      ['1', 'She said "hi" to me'],
      ['2', 'the 5" screen'],
    ]);
    expect(faults).toEqual([]);
  });

  it('says which rows have too few or too many cells, and goes on', async () => {
    const { cells, faults } = await rowsOf(lines('a,b,c', '1,2', '1,2,3', '1,2,3,4', '1,2,3,,'));
    expect(faults).toEqual([
      { line: 2, reason: 'This row has 2 cells, and the file has 3 columns.', raw: '1,2' },
      { line: 4, reason: 'This row has 4 cells, and the file has 3 columns.', raw: '1,2,3,4' },
    ]);
    expect(cells).toHaveLength(2);
  });

  it.each(['', '"'])('leaves out a cell of 10 MB (quote: %j)', async (quote) => {
    const huge = `${quote}${'x y, '.repeat(2_000_000)}${quote}`.replaceAll(',', quote ? ',' : '');
    const { cells, faults } = await rowsOf(lines('id,reply', '1,ok', `2,${huge}`, '3,ok'));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.reason).toBe(`This row is longer than 1,048,576 characters.`);
    expect(faults[0]?.raw.length).toBeLessThan(500);
    expect(cells).toEqual([
      ['1', 'ok'],
      ['3', 'ok'],
    ]);
  });

  it('leaves out a cell of many lines that is too long, and what is in it', async () => {
    const huge = `"${'a line of a log, with commas\n'.repeat(50_000)}"`;
    expect(huge.length).toBeGreaterThan(LONGEST_RECORD);
    const { cells, faults } = await rowsOf(lines('id,reply,agent', '1,ok,A', `2,${huge},B`, '3,ok,C'));
    expect(faults.map((fault) => fault.line)).toEqual([3]);
    expect(cells.map(([id]) => id)).toEqual(['1', '3']);
  });

  it('holds little of a file that is one long line', async () => {
    let asked = 0;
    async function* endless() {
      for (; asked < 200; asked++) yield new Uint8Array(1 << 20).fill(0x78);
    }
    await expect(readRows(endless(), 'csv').next()).rejects.toThrow(
      'Line 1 should name the columns, but it is longer than 1,048,576 characters.',
    );
    expect(asked).toBeLessThan(5);
  });

  it('takes its time in the length of the file, whatever the quotes', async () => {
    const began = performance.now();
    for (const row of ['"a', '"', 'x,"', '",', '"",', '"a"b', '" ']) await rowsOf(`a,b\n${`${row}\n`.repeat(20_000)}`);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('pieces of bytes', { timeout: 60_000 }, () => {
  it('gives the same rows wherever the bytes are cut', async () => {
    const file = 'id;réply\r\n1;"Hé ""x""\r\nline"\r2;😀\n3;"open\n4;"fine"\r\n5;a;b\r\n';
    for (const bytes of [bytesOf(file), utf16(file, true), utf16(file, false), latin(file.replace('😀', '–'))]) {
      const { all: whole } = await rowsOf(bytes);
      expect(whole.length).toBeGreaterThan(3);
      for (let at = 1; at < bytes.length; at++) {
        const pieces = async function* () {
          yield bytes.slice(0, at);
          yield bytes.slice(at);
        };
        const all = [];
        for await (const row of readRows(pieces(), 'csv')) all.push(row);
        expect(all, `cut at ${at}`).toEqual(whole);
      }
      expect((await rowsOf(bytes, 'csv', 1)).all).toEqual(whole);
    }
  });

  it('reads a stream of the platform, and lets go of it', async () => {
    const blob = new Blob(['a,b\n1,2\n3,4\n']);
    const rows = [];
    for await (const row of readRows(blob.stream(), 'csv')) {
      rows.push(row);
      break;
    }
    expect(rows).toHaveLength(1);
  });

  it('counts the bytes it has read', async () => {
    const { progress } = await rowsOf('a,b\n1,é\n');
    expect(progress.bytes).toBe(bytesOf('a,b\n1,é\n').length);
  });
});

describe('encodings', { timeout: 60_000 }, () => {
  const file = 'name,reply\nJosé,“Très bien” – 5 €\n';
  const cells = [['José', '“Très bien” – 5 €']];

  it('reads UTF-8 with and without its mark', async () => {
    expect((await rowsOf(file)).cells).toEqual(cells);
    const marked = await rowsOf(`\ufeff${file}`);
    expect(marked.cells).toEqual(cells);
    expect(Object.keys(marked.rows[0]?.cells ?? {})).toEqual(['name', 'reply']);
  });

  it('reads UTF-16 of either order, with and without its mark', async () => {
    for (const little of [true, false]) {
      for (const mark of ['\ufeff', '']) {
        const read = await rowsOf(utf16(mark + file, little));
        expect(read.cells).toEqual(cells);
        expect(read.progress.encoding).toBe(little ? 'utf-16le' : 'utf-16be');
      }
    }
  });

  it('takes what is not UTF-8 for Windows-1252, and says so', async () => {
    const { cells: read, progress } = await rowsOf(latin(file));
    expect(read).toEqual(cells);
    expect(progress.encoding).toBe('windows-1252');
  });

  it('keeps UTF-8 with broken places in it, and counts those', async () => {
    const bytes = [...bytesOf('a,b\né,1\n'), 0xff, ...bytesOf(',2\n')];
    const { cells: read, progress } = await rowsOf(new Uint8Array(bytes));
    expect(read).toEqual([
      ['é', '1'],
      ['\ufffd', '2'],
    ]);
    expect(progress).toMatchObject({ encoding: 'utf-8', unreadable: 1 });
  });

  it('decides late where a file begins with many lines of ASCII', async () => {
    const ascii = `a,b\n${'1,2\n'.repeat(100_000)}`;
    expect((await rowsOf(latin(`${ascii}é,2\n`))).cells.at(-1)).toEqual(['é', '2']);
    expect((await rowsOf(`${ascii}é,2\n`)).cells.at(-1)).toEqual(['é', '2']);
  });
});

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return bytes;
}

/** Windows-1252, as far as the texts here need it. */
function latin(text: string): Uint8Array {
  const special: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 };
  return Uint8Array.from(text, (sign) => special[sign] ?? sign.charCodeAt(0));
}

function mulberry(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
