/**
 * The suite's table: which case is guarded where, and whether it held. Printed after a run; a whole run also holds it
 * against the README's, which `npm run table` brings up to date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { CASES, COMPLAINTS } from '../hosts/cases';

export const README = 'README.md';
/** The table of the last whole run. */
export const LAST_RUN = '.output/cases.md';
const MARKED = /(<!-- cases -->\n)[\s\S]*?(<!-- \/cases -->)/;

/** Columns of the first table; what else tests name is of the second. In this order. */
const ENGINES = [
  'contenteditable',
  'CKEditor 5',
  'CKEditor 4',
  'TinyMCE',
  'ProseMirror',
  'TipTap',
  'Lexical',
  'Quill',
  'Slate',
  'Draft',
  'React textarea',
];
const HOSTS = [
  'Zendesk',
  'Gmail',
  'Intercom',
  'Freshdesk',
  'Help Scout',
  'HubSpot',
  'Salesforce',
  'Outlook',
  'Gorgias',
  'Zoho Desk',
  'Front',
  'other sites',
  'any page',
];
const FIREFOX = / in Firefox$/;

type Kind = 'case' | 'complaint';
interface Cell {
  held: boolean;
  chromium: boolean;
  firefox: boolean;
}

/** What a test guards, by the end of its title: "… (case 13, complaint 1)". */
export function guardedBy(title: string): { kind: Kind; number: number }[] {
  const named = /\(((?:case|complaint) \d+(?:, (?:case|complaint) \d+)*)\)$/.exec(title)?.[1] ?? '';
  return [...named.matchAll(/(case|complaint) (\d+)/g)].map(([, kind, number]) => ({
    kind: kind as Kind,
    number: Number(number),
  }));
}

export class Table {
  readonly #cells = new Map<string, Cell>();

  /** `where`: the outermost describe's title; it begins with the name of a column. */
  add(where: string, title: string, held: boolean): void {
    const firefox = FIREFOX.test(where);
    const column = [...ENGINES, ...HOSTS].find((name) => where.replace(FIREFOX, '').startsWith(name)) ?? 'any page';
    for (const { kind, number } of guardedBy(title)) {
      const key = `${kind} ${number} ${column}`;
      const cell = this.#cells.get(key) ?? { held: true, chromium: false, firefox: false };
      this.#cells.set(key, {
        held: cell.held && held,
        chromium: cell.chromium || !firefox,
        firefox: cell.firefox || firefox,
      });
    }
  }

  /** Cases and complaints that no test of the run names. */
  get unguarded(): string[] {
    return ROWS.filter(
      ({ kind, number }) => !COLUMNS.some((column) => this.#cells.has(`${kind} ${number} ${column}`)),
    ).map(({ kind, number }) => `${kind} ${number}`);
  }

  get empty(): boolean {
    return this.#cells.size === 0;
  }

  /** In Markdown. */
  get text(): string {
    return [this.#part(ENGINES), this.#part(HOSTS)].filter(Boolean).join('\n\n');
  }

  #part(columns: readonly string[]): string {
    const used = columns.filter((column) =>
      ROWS.some(({ kind, number }) => this.#cells.has(`${kind} ${number} ${column}`)),
    );
    if (!used.length) return '';
    const rows = ROWS.map(({ kind, number, name }) => ({
      title: `${kind === 'case' ? '' : 'complaint '}${number}. ${name}`,
      cells: used.map((column) => show(this.#cells.get(`${kind} ${number} ${column}`))),
    })).filter(({ cells }) => cells.some(Boolean));
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [
      line(['', ...used]),
      line(['---', ...used.map(() => ':-:')]),
      ...rows.map(({ title, cells }) => line([title, ...cells])),
    ].join('\n');
  }
}

function show(cell: Cell | undefined): string {
  if (!cell) return '';
  if (!cell.held) return '✗';
  return [cell.chromium ? '✓' : '', cell.firefox ? 'F' : ''].filter(Boolean).join(' ');
}

const rowsOf = (kind: Kind, names: Record<number, string>) =>
  Object.entries(names).map(([number, name]) => ({ kind, number: Number(number), name }));
const ROWS = [...rowsOf('case', CASES), ...rowsOf('complaint', COMPLAINTS)];
const COLUMNS = [...ENGINES, ...HOSTS];

/** Vitest's reporter: prints the table, and after a whole run holds the README to it. */
export default class TableReporter implements Reporter {
  #filtered = false;

  onInit({ config }: Vitest): void {
    this.#filtered = config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const table = new Table();
    const twice: string[] = [];
    const files = readdirSync('tests/browser').filter((file) => file.endsWith('.test.ts'));
    const whole = !this.#filtered && modules.length === files.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' && test.diagnostic()?.flaky) twice.push(test.fullName);
        if (state !== 'skipped' && state !== 'pending') table.add(outermost(test), test.name, state === 'passed');
      }
    }
    if (table.empty) return;
    console.log(`\nGuarded in real pages (✓ Chromium, F Firefox too, ✗ failed):\n\n${table.text}\n`);
    if (twice.length) console.log(`Held at the second try only:\n  ${twice.join('\n  ')}\n`);
    if (!whole) return;
    writeFileSync(LAST_RUN, table.text);
    if (table.unguarded.length) fail(`No test guards ${table.unguarded.join(', ')}.`);
    if (withTable(readFileSync(README, 'utf8'), table.text) !== readFileSync(README, 'utf8')) {
      fail('The table in README.md is not that of this run: `npm run table` brings it up to date.');
    }
  }
}

/** The README with this table in the place of its own. */
export function withTable(readme: string, table: string): string {
  return readme.replace(MARKED, (_, open, close) => `${open}${table}\n${close}`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function outermost(test: TestCase): string {
  let parent = test.parent;
  while (parent.type === 'suite' && parent.parent.type === 'suite') parent = parent.parent;
  return parent.type === 'suite' ? parent.name : '';
}
