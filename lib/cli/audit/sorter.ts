/** Puts the messages of one ticket together, wherever in the file they stand, in a memory that does not grow with it. */
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../audit/import/row-reader';
import { linesOf } from './lines';

/** So many characters of messages are held; beyond it they go to sorted files, which are merged at the end. */
const HELD = 16 * 1024 * 1024;

/** Characters that go to a file at once. */
const WRITTEN = 1024 * 1024;

export class TicketSorter {
  /** Messages so far, and those of them that were given back. */
  added = 0;
  given = 0;
  #held: Message[] = [];
  #characters = 0;
  #folder: string | null = null;
  #files: string[] = [];

  constructor(readonly most = HELD) {}

  add(message: Message): void {
    this.added += 1;
    this.#held.push(message);
    // What stands beside the text is about as long as a short one.
    this.#characters += message.text.length + 200;
    if (this.#characters > this.most) this.#spill();
  }

  /** All tickets by their id, as the workbench has them; the messages of one in the order of the file. */
  async *tickets(): AsyncGenerator<Message[]> {
    this.#held.sort(byTicket);
    const runs = [...this.#files.map(readMessages), fromMemory(this.#held)];
    let ticket: Message[] = [];
    for await (const message of merged(runs)) {
      if (ticket[0] && ticket[0].ticket !== message.ticket) {
        yield ticket;
        ticket = [];
      }
      this.given += 1;
      ticket.push(message);
    }
    if (ticket.length > 0) yield ticket;
  }

  /** Takes its files away: what customers wrote stands in them. */
  readonly remove = (): void => {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    process.off('exit', this.remove);
  };

  #spill(): void {
    if (this.#folder === null) {
      // Only this user may look into it.
      this.#folder = mkdtempSync(join(tmpdir(), 'reframe-audit-'));
      // Also where the process ends without coming back here.
      process.once('exit', this.remove);
    }
    const path = join(this.#folder, String(this.#files.length));
    writeMessages(path, this.#held.sort(byTicket));
    this.#files.push(path);
    this.#held = [];
    this.#characters = 0;
  }
}

/** By code units, as IndexedDB orders keys. */
function byTicket(a: Message, b: Message): number {
  if (a.ticket !== b.ticket) return a.ticket < b.ticket ? -1 : 1;
  return a.line - b.line;
}

function writeMessages(path: string, messages: readonly Message[]): void {
  const file = openSync(path, 'wx', 0o600);
  let text = '';
  for (const message of messages) {
    text += `${JSON.stringify(message)}\n`;
    if (text.length < WRITTEN) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

async function* readMessages(path: string): AsyncGenerator<Message> {
  const decoder = new TextDecoder();
  for await (const line of linesOf(createReadStream(path), Number.POSITIVE_INFINITY)) {
    yield JSON.parse(decoder.decode(line as Uint8Array)) as Message;
  }
}

async function* fromMemory(messages: readonly Message[]): AsyncGenerator<Message> {
  yield* messages;
}

/** Of sorted runs one sorted run. They are few: the least of their heads is found by looking at each. */
async function* merged(runs: AsyncGenerator<Message>[]): AsyncGenerator<Message> {
  const heads = await Promise.all(runs.map(async (run) => ({ run, next: await run.next() })));
  while (true) {
    let least: { run: AsyncGenerator<Message>; value: Message } | null = null;
    for (const { run, next } of heads) {
      if (!next.done && (!least || byTicket(next.value, least.value) < 0)) least = { run, value: next.value };
    }
    if (!least) return;
    yield least.value;
    const head = heads.find(({ run }) => run === least.run);
    if (head) head.next = await least.run.next();
  }
}
