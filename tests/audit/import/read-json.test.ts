import { describe, expect, it } from 'vitest';
import { readRows } from '../../../lib/audit/import/read-rows';
import { bytesOf, rowsOf } from './helpers';

describe('JSON lines', { timeout: 60_000 }, () => {
  it('reads a value a line, its fields by their paths', async () => {
    const { rows, faults } = await rowsOf('{"id":1,"author":{"role":"agent"},"tags":["a","b"]}\n\n{"id":2}\n', 'jsonl');
    expect(rows.map((row) => row.cells)).toEqual([{ id: '1', 'author.role': 'agent', tags: 'a, b' }, { id: '2' }]);
    expect(rows.map((row) => row.line)).toEqual([1, 3]);
    expect(faults).toEqual([]);
  });

  it('names the line that is not JSON, and goes on', async () => {
    const { rows, faults } = await rowsOf('{"id":1}\n{"id":\n\ufeff{"id":3}\r\n', 'jsonl');
    expect(rows.map((row) => row.cells.id)).toEqual(['1', '3']);
    expect(faults).toMatchObject([{ line: 2, reason: expect.stringContaining('This is not JSON'), raw: '{"id":' }]);
  });

  it('leaves out a line of 20 MB', async () => {
    const { rows, faults } = await rowsOf(`{"id":1}\n{"id":"${'x'.repeat(20_000_000)}"}\n{"id":3}`, 'jsonl');
    expect(rows.map((row) => row.cells.id)).toEqual(['1', '3']);
    expect(faults).toEqual([{ line: 2, reason: 'This line is longer than 16,777,216 characters.', raw: '' }]);
  });
});

describe('JSON', { timeout: 60_000 }, () => {
  it.each([
    ['a list', '[{"id":1},\n {"id":"]}{"}, {"id":"\\"3"}]'],
    [
      'a list in an object',
      '{"count":3,"meta":{"list":[1,2]},"tickets":[{"id":1},{"id":"]}{"},{"id":"\\"3"}],"next":null}',
    ],
    ['pages, one after another', '{"results":[{"id":1}]}\n{"results":[{"id":"]}{"},{"id":"\\"3"}]}'],
    ['values, one after another', '{"id":1}\n{\n"id":"]}{"}{"id":"\\"3"}'],
  ])('reads %s', async (_, file) => {
    const { rows } = await rowsOf(file, 'json');
    expect(rows.map((row) => row.cells.id)).toEqual(['1', ']}{', '"3']);
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3]);
  });

  it('gives a row for each message of a ticket, the ticket in each', async () => {
    const ticket = {
      id: 7,
      subject: 'Lamp',
      via: { channel: 'email' },
      comments: [
        { id: 71, body: 'Where is it?', author: { role: 'end-user' } },
        { id: 72, body: 'On its way.', author: { role: 'agent' } },
      ],
    };
    const { rows } = await rowsOf(JSON.stringify([ticket, { ...ticket, id: 8 }]), 'json');
    expect(rows).toHaveLength(4);
    expect(rows[1]?.cells).toEqual({
      id: '7',
      subject: 'Lamp',
      'via.channel': 'email',
      'comments.id': '72',
      'comments.body': 'On its way.',
      'comments.author.role': 'agent',
    });
    expect(new Set(rows.map((row) => row.line)).size).toBe(4);
    expect(rows.map((row) => Math.floor(row.line))).toEqual([1, 1, 2, 2]);
  });

  it('does not take a single ticket for a list of its comments', async () => {
    const { rows } = await rowsOf('{"id":7,"comments":[{"id":1,"body":"a"},{"id":2,"body":"b"}]}', 'json');
    expect(rows.map((row) => [row.cells.id, row.cells['comments.id']])).toEqual([
      ['7', '1'],
      ['7', '2'],
    ]);
  });

  it('names the entry that is broken, and goes on', async () => {
    const { rows, faults } = await rowsOf('[{"id":1},{"id":"2},\n  {"id":3}, nope, {"id":5}]', 'json');
    expect(rows.map((row) => row.cells.id)).toEqual(['1', '3', '5']);
    expect(faults).toMatchObject([
      { line: 2, reason: expect.stringContaining('This is not JSON'), raw: '{"id":"2}' },
      { line: 4, reason: expect.stringContaining('This is not JSON'), raw: 'nope' },
    ]);
  });

  it('keeps what came before the place where a file breaks off', async () => {
    const { rows, faults } = await rowsOf('[{"id":1},{"id":2},{"id":3,"bo', 'json');
    expect(rows).toHaveLength(2);
    expect(faults).toMatchObject([{ line: 3 }]);
  });

  it('ends with a sentence where a value never ends', async () => {
    async function* endless() {
      yield bytesOf('[{"a":"');
      for (;;) yield new Uint8Array(1 << 20).fill(0x78);
    }
    await expect(readRows(endless(), 'json').next()).rejects.toThrow('Entry 1 never ends');
  });

  it('takes odd values for what they are', async () => {
    const { rows } = await rowsOf('[1, "two", null, [3], {"a":null,"b":{"c":[{"d":1}]}}]', 'json');
    expect(rows.map((row) => row.cells)).toEqual([
      { value: '1' },
      { value: 'two' },
      { value: '' },
      { value: '3' },
      { a: '' },
    ]);
  });

  it('gives the same rows wherever the bytes are cut', async () => {
    const file = '{"n":1,"tickets":[{"id":"é\\"]","comments":[{"body":"a,}"},{"body":"😀"}]} , {"id": 2.5e3},true]}';
    const bytes = bytesOf(file);
    const { all: whole } = await rowsOf(bytes, 'json');
    expect(whole).toHaveLength(4);
    for (let at = 1; at < bytes.length; at++) {
      const pieces = async function* () {
        yield bytes.slice(0, at);
        yield bytes.slice(at);
      };
      const all = [];
      for await (const row of readRows(pieces(), 'json')) all.push(row);
      expect(all, `cut at ${at}`).toEqual(whole);
    }
    expect((await rowsOf(bytes, 'json', 1)).all).toEqual(whole);
  });
});
