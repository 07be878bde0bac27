/** A JSON value as rows of cells. A ticket with its messages in it gives a row for each message. Pure. */

type Cells = Record<string, string>;
type Json = Record<string, unknown>;

/** What holds a message's text, in one helpdesk or another. */
const BODIES = [
  'body',
  'html_body',
  'plain_body',
  'body_text',
  'body_html',
  'stripped_text',
  'text',
  'message',
  'content',
];
/** Lists that are long and tell nothing about a message. */
const DEEPEST = 6;
const MOST_CELLS = 400;

/**
 * Nested fields are named by their path: 'author.role'. Lists of plain values are joined. Of several lists of messages
 * the longest counts; the ticket's own fields stand in every row.
 */
export function flattenJson(value: unknown): Cells[] {
  if (!isObject(value)) return [{ value: textOf(value) }];
  if ('draft' in value) return [fields(value, '', null)];
  const list = messageLists(value, '').toSorted((a, b) => b.items.length - a.items.length)[0];
  if (!list) return [fields(value, '', null)];
  const ticket = fields(value, '', list.path);
  const first = opening(value, list);
  return [...(first ? [first] : []), ...list.items].map((item) => ({ ...ticket, ...fields(item, list.path, null) }));
}

interface MessageList {
  path: string;
  items: Json[];
}

function messageLists(value: Json, prefix: string, depth = 0): MessageList[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    if (Array.isArray(inner)) {
      const items = inner.filter(isObject);
      return items.some(hasBody) ? [{ path, items }] : [];
    }
    return isObject(inner) && depth < 3 ? messageLists(inner, path, depth + 1) : [];
  });
}

function hasBody(value: Json): boolean {
  return BODIES.some((name) => typeof value[name] === 'string');
}

/**
 * Intercom and Freshdesk keep what the customer wrote first beside the list of messages; so it is brought into the form
 * of the others.
 */
function opening(ticket: Json, { path, items }: MessageList): Json | null {
  const at = ticket.created_at;
  if (isObject(ticket.source) && hasBody(ticket.source) && path.endsWith('conversation_parts')) {
    return { part_type: 'comment', created_at: at, ...ticket.source };
  }
  const body = ticket.description_text ?? ticket.description;
  if (typeof body !== 'string' || path !== 'conversations' || !items.some((item) => 'incoming' in item)) return null;
  const html = ticket.description ?? body;
  return { id: 'description', body: html, body_text: body, incoming: true, private: false, created_at: at };
}

/** `except`: the path of the list whose items are the rows. */
function fields(value: Json, prefix: string, except: string | null): Cells {
  const cells: Cells = {};
  let count = 0;
  const walk = (inner: unknown, path: string, depth: number) => {
    if (path === except || count >= MOST_CELLS) return;
    if (isObject(inner) && depth < DEEPEST) {
      for (const [key, each] of Object.entries(inner)) walk(each, path ? `${path}.${key}` : key, depth + 1);
    } else if (Array.isArray(inner) && inner.some(isObject)) {
      // Tags and fields of a ticket: nothing that a column could mean.
    } else {
      count++;
      cells[path] = textOf(inner);
    }
  };
  walk(value, prefix, 0);
  return cells;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
