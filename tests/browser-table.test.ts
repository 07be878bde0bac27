import { describe, expect, it } from 'vitest';
import { guardedBy, Table } from './browser/table';

describe('the table of the browser suite', () => {
  it('reads what a test guards from the end of its title', () => {
    expect(guardedBy('one undo brings it back (case 18, complaint 10)')).toEqual([
      { kind: 'case', number: 18 },
      { kind: 'complaint', number: 10 },
    ]);
    expect(guardedBy('a title (with a case 3 in it)')).toEqual([]);
  });

  it('has a row for each case and a column for each engine or host, apart', () => {
    const table = new Table();
    table.add('CKEditor 5', 'undo (case 18)', true);
    table.add('CKEditor 5 in Firefox', 'undo (case 18)', true);
    table.add('Gmail', 'quotes (case 7, complaint 14)', true);
    const [engines, hosts] = table.text.split('\n\n');
    expect(engines?.split('\n')[0]).toBe('|  | CKEditor 5 |');
    expect(engines?.split('\n')[2]).toMatch(/^\| 18\. .+ \| ✓ F \|$/);
    expect(hosts?.split('\n').slice(2)).toEqual([
      expect.stringMatching(/^\| 7\. .+ \| ✓ \|$/),
      expect.stringMatching(/^\| complaint 14\. .+ \| ✓ \|$/),
    ]);
  });

  it('shows a case as failed where one of its tests failed, and names those that none guards', () => {
    const table = new Table();
    table.add('Slate', 'lines (case 19)', true);
    table.add('Slate in Firefox', 'lines (case 19)', false);
    expect(table.text).toContain('| ✗ |');
    expect(table.unguarded).not.toContain('case 19');
    expect(table.unguarded).toContain('complaint 15');
  });
});
