/** Rows of an export, by its mapping, into messages or replies; or why they give none. */
import { firstName } from '../../hosts/names';
import type { StoredMessage } from '../../store/database';
import { LineError, parseAuditLine } from '../audit-line';
import type { Fault, LeftOut, Mapping, Masking, Reply, Role } from '../model';
import { dateOrder, parseDate } from './dates';
import { bodyText } from './html-to-text';
import { ticketLink } from './links';
import { createMask } from './mask';
import { cutRaw, type SourceRow } from './rows';
import { Seen } from './seen';
import { authorBy, channelBy, kindBy, plainName } from './words';

/** A message of an export; `at` is '' where no date is known. */
export type Message = Omit<StoredMessage, 'run' | 'row'>;
export type NewReply = Omit<Reply, 'seq'>;

export type RowReading = { message: Message } | { reply: NewReply } | { leftOut: LeftOut } | { fault: Fault };

export interface RowReaderOptions {
  mapping: Mapping;
  /** Names, addresses and numbers are replaced before anything is kept. */
  mask: Masking;
}

/** No reply is longer; an agent's export with a longer one holds a log or a page, not a letter. In UTF-16 code units. */
const LONGEST_DRAFT = 100_000;
/** Of a customer's message so much is read, as live. */
const LONGEST_CUSTOMER = 20_000;
/** HTML may carry pictures; beyond this it is not looked at. */
const LONGEST_BODY = 4_000_000;

/**
 * Reads the rows of one file in their order: what it saw before tells it duplicates. After a break, read the file from
 * its start with a new reader and drop what is kept already: the same rows give the same messages and replies.
 */
export function createRowReader({ mapping, mask }: RowReaderOptions): (row: SourceRow) => RowReading {
  const seen = new Seen();
  const masked = createMask(mask);
  let order = mapping.dates;
  /** The agent's column names whoever wrote the message, as 'sender.name' does; 'assignee' does not. */
  const writerColumn = /author|sender|created by|sent by|written by|from/.test(plainName(mapping.columns.agent ?? ''));

  const dateOf = (text: string) => {
    order ??= dateOrder([text]);
    return parseDate(text, order);
  };

  return (row) => {
    const cell = (role: Role) => row.cells[mapping.columns[role] ?? '']?.trim() ?? '';
    const fault = (reason: string) => ({ fault: { line: row.line, reason, raw: cutRaw(row.raw) } });
    const column = mapping.columns.draft;
    if (!column) return fault('No column is set for the reply.');

    const kind = mapping.columns.kind ? kindBy(mapping.columns.kind, cell('kind')) : 'reply';
    if (kind !== 'reply') return { leftOut: kind };
    const author = authorOf(row, mapping);
    if (author === 'bot' || author === 'automatic') return { leftOut: author };

    const ticket = cell('ticket');
    const at = dateOf(cell('date'));
    const link = ticketLink(cell('link'), ticket, mapping.linkTemplate);
    const facts = {
      ...(cell('team') && { team: cell('team') }),
      ...(at && { at }),
      ...(ticket && { ticket }),
      ...(link && { link }),
    };
    const wrote = author === 'customer' && writerColumn ? cell('agent') : '';
    const names = { agent: wrote ? '' : cell('agent'), customer: cell('customer-name') || wrote };

    if (row.json && mapping.shape === 'replies' && column === 'draft' && 'draft' in row.cells) {
      const line = auditLine(row);
      if (line instanceof LineError) return fault(line.message);
      if (line.draft.trim() === '') return { leftOut: 'empty' };
      if (seen.before(line.id, JSON.stringify(line))) return { leftOut: 'duplicate' };
      return { reply: masked.reply({ ...line, ...facts, ...(names.agent && { agent: names.agent }) }, names) };
    }

    const body = row.cells[column] ?? '';
    if (body.length > LONGEST_BODY) return fault(`The message is longer than ${inWords(LONGEST_BODY)} characters.`);
    const text = bodyText(body);
    if (text === '') return { leftOut: 'empty' };
    const channel = channelBy(cell('channel'));
    const id = cell('id');

    if (mapping.shape === 'replies') {
      if (author === 'customer') return { leftOut: 'customer' };
      if (text.length > LONGEST_DRAFT) return fault(TOO_LONG);
      const customer = bodyText((row.cells[mapping.columns.customer ?? ''] ?? '').slice(0, LONGEST_BODY));
      // The same short thanks may be sent twice; the same to the same words, or in the same ticket, is one row twice.
      const told = id || ticket || customer || at;
      if (told && seen.before(id, text, ...(id ? [] : [ticket, customer, at, names.agent]))) {
        return { leftOut: 'duplicate' };
      }
      const customerName = firstName(names.customer);
      const agentName = firstName(names.agent);
      const conversation = {
        ...(customer && { customer: customer.slice(0, LONGEST_CUSTOMER) }),
        ...(customerName && { customerName }),
        ...(agentName && { agentName }),
        ...(channel && { channel }),
      };
      const agent = names.agent && { agent: names.agent };
      return {
        reply: masked.reply({ id: id || String(row.line), draft: text, conversation, ...facts, ...agent }, names),
      };
    }

    if (!author) return fault(`It does not tell who wrote the message: “${cutRaw(cell('author'))}”.`);
    if (!ticket) return fault('The message belongs to no ticket.');
    if (author === 'agent' && text.length > LONGEST_DRAFT) return fault(TOO_LONG);
    if (id ? seen.before(ticket, id) : seen.before(ticket, author, text, at)) return { leftOut: 'duplicate' };
    const message: Message = {
      line: row.line,
      ticket,
      from: author,
      text: author === 'customer' ? text.slice(0, LONGEST_CUSTOMER) : text,
      ...facts,
      at,
      ...(id && { id }),
      ...(author === 'agent' && names.agent && { agent: names.agent }),
      ...(channel && { channel }),
      ...(names.customer && { customerName: names.customer }),
    };
    return { message: masked.message(message, names) };
  };
}

const TOO_LONG = `The reply is longer than ${inWords(LONGEST_DRAFT)} characters.`;

function inWords(count: number): string {
  return count.toLocaleString('en');
}

function auditLine(row: SourceRow) {
  try {
    return parseAuditLine(row.raw, Math.floor(row.line));
  } catch (error) {
    if (error instanceof LineError) return error;
    throw error;
  }
}

/** Columns that name the customer of a ticket; an author who is the same wrote as the customer. */
const CUSTOMERS = /(^|\.|\b)(requester|customer|contact|submitter|primarycustomer)([ ._]?(id|name|email))?$/i;

/** By the author's column; where that holds a name or an id, by whether it is the customer's. */
function authorOf({ cells }: SourceRow, { columns }: Mapping): ReturnType<typeof authorBy> {
  if (!columns.author) return undefined;
  const value = cells[columns.author]?.trim() ?? '';
  const said = authorBy(columns.author, value);
  if (said || !value) return said;
  const same = value.toLowerCase();
  const customers = Object.entries(cells).filter(
    ([name, cell]) => cell && (name === columns['customer-name'] || (CUSTOMERS.test(name) && name !== columns.author)),
  );
  if (customers.some(([, cell]) => cell.trim().toLowerCase() === same)) return 'customer';
  return customers.some(([, cell]) => alike(cell.trim(), value)) ? 'agent' : undefined;
}

/** Two ids, two addresses or two names: then it means something that they differ. */
function alike(a: string, b: string): boolean {
  const kind = (text: string) => (/^\d+$/.test(text) ? 'id' : /@/.test(text) ? 'address' : 'name');
  return kind(a) === kind(b);
}
