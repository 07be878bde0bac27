/** What the columns of a file mean: by the helpdesk whose export it is, or by their names and what stands in them. Pure. */
import type { Mapping, Role } from '../model';
import { dateOrder, parseDate } from './dates';
import { HELPDESKS, type HelpdeskExport } from './helpdesks';
import { authorBy, plainName } from './words';

export interface Recognised {
  /** Whose export it is. */
  helpdesk?: HelpdeskExport['name'];
  mapping: Mapping;
}

type Samples = readonly Readonly<Record<string, string>>[];

/** By `columns` alone for a helpdesk's export; `samples` are some rows, which tell the rest. */
export function recognise(columns: readonly string[], samples: Samples): Recognised {
  const byName = new Map(columns.map((column) => [plainName(column), column]).toReversed() as [string, string][]);
  const known = HELPDESKS.find(({ tells }) => tells.every((any) => any.some((name) => byName.has(name))));
  const mapping = known ? mappingOf(known, byName, samples) : guessMapping(columns, samples);
  const dates = dateOrder(samples.map((row) => row[mapping.columns.date ?? ''] ?? ''));
  return { ...(known && { helpdesk: known.name }), mapping: { ...mapping, ...(dates && { dates }) } };
}

function mappingOf(known: HelpdeskExport, byName: Map<string, string>, samples: Samples): Mapping {
  const columns: Mapping['columns'] = {};
  for (const [role, names] of Object.entries(known.columns) as [Role, readonly string[]][]) {
    const there = names.flatMap((name) => byName.get(name) ?? []);
    // A column that is never filled tells nothing where another is.
    const found = there.find((column) => samples.some((row) => row[column]?.trim())) ?? there[0];
    if (found) columns[role] = found;
  }
  return { shape: known.shape, columns };
}

/** Roles by the names that people give columns, most certain first; a column has one role. */
const NAMES: readonly [Role, RegExp][] = [
  [
    'draft',
    /^(draft|reply|response|answer|our reply|our response|agents? (message|reply|response|answer|text|comment)|reply (text|body)|response (text|body)|public reply|sent message)$/,
  ],
  [
    'customer',
    /^(customers? (message|text|question|comment|email|inquiry|enquiry|request|said)|question|inquiry|enquiry|last customer message|incoming message|request|description|customer)$/,
  ],
  [
    'customer-name',
    /^(customer name|customer|customer full name|requester|requester name|contact|contact name|client|client name|user name|from name)$/,
  ],
  [
    'ticket',
    /^(ticket|ticket (id|number|no|nr)|conversation|conversation id|case|case (id|number)|thread|thread id|chat id|session id|number)$/,
  ],
  ['id', /^(id|(message|reply|comment|part|response|row) (id|number)|uuid)$/],
  ['link', /^(link|url|permalink|(ticket|conversation|case) (url|link))$|^links? (web|self)/],
  [
    'author',
    /^(author (type|role)|sender (type|role)|role|from agent|is agent|incoming|inbound|direction|sent by|from|sender|author|author name|sender name|written by|type of sender|speaker|participant)$/,
  ],
  [
    'kind',
    /^(public|is public|private|is private|internal|is internal|is note|note|(message|comment|part) (type|kind)|kind|visibility|type|macro|is macro|automated|is automated)$/,
  ],
  [
    'agent',
    /^(agent|agents? name|assignee|assignee name|assigned to|assigned agent|teammate|teammate name|admin|admin name|owner|representative|rep|operator|employee|handled by|closed by|user|responder|advisor|adviser)$/,
  ],
  ['team', /^(team|team name|group|group name|department|inbox|mailbox|queue|assigned (group|team)|brand)$/],
  ['channel', /^(channel|via|via channel|source|medium|ticket channel|channel type|conversation channel)$/],
  [
    'date',
    /^(at|date|time|timestamp|datetime|date time|(created|sent|posted|submitted|answered|replied|updated|closed|received)( (at|on|date|time|datetime))?|(message|reply|response|comment|creation) (date|time|datetime|timestamp)|day)$/,
  ],
  [
    'draft',
    /^(message|body|text|content|comment|transcript|(message|comment|plain|html|email) (body|text|content)|body (text|html|plain)|stripped text|note body)$/,
  ],
];
/** In JSON a path's last names say what its first say as well: 'author.role' is 'role', 'meta.message.body' is 'body'. */
const LAST_NAMES = 3;

/** A first guess for a person to look at. */
export function guessMapping(columns: readonly string[], samples: Samples): Mapping {
  const roles: Mapping['columns'] = {};
  const taken = new Set<string>();
  for (const [role, names] of NAMES) {
    if (roles[role]) continue;
    const found = columns.find(
      (column) => !taken.has(column) && endsOf(column).some((name) => names.test(name)) && fits(role, column, samples),
    );
    if (!found) continue;
    roles[role] = found;
    taken.add(found);
  }
  if (!roles.draft) {
    const longest = columns
      .filter((column) => !taken.has(column))
      .map((column) => ({ column, length: meanLength(column, samples) }))
      .toSorted((a, b) => b.length - a.length)[0];
    if (longest && longest.length > 30) roles.draft = longest.column;
  }
  const shape = roles.author && roles.ticket && !roles.customer ? 'messages' : 'replies';
  return { shape, columns: roles };
}

function endsOf(column: string): string[] {
  const parts = column.split('.').map(plainName);
  return Array.from({ length: Math.min(LAST_NAMES, parts.length) }, (_, index) => parts.slice(-1 - index).join(' '));
}

/** What stands in the column must be what the role says. */
function fits(role: Role, column: string, samples: Samples): boolean {
  const values = samples.map((row) => row[column]?.trim() ?? '').filter(Boolean);
  if (!values.length) return true;
  const most = (test: (value: string) => boolean) => values.filter(test).length >= values.length * 0.6;
  switch (role) {
    case 'customer':
      return meanLength(column, samples) > 25;
    case 'customer-name':
    case 'agent':
    case 'team':
      return most((value) => value.length <= 60);
    case 'date':
      return most((value) => parseDate(value, 'day-first') !== '' || parseDate(value, 'month-first') !== '');
    case 'link':
      return most((value) => value.startsWith('https:'));
    case 'author':
      return most((value) => authorBy(column, value) !== undefined);
    case 'draft':
      return meanLength(column, samples) > 12;
    default:
      return most((value) => value.length <= 60);
  }
}

function meanLength(column: string, samples: Samples): number {
  const lengths = samples.map((row) => row[column]?.length ?? 0).filter(Boolean);
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
}
