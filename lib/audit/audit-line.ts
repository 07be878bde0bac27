/** One line of an import, as text, into an `AuditLine`: checked, and its faults said so that they can be mended. */
import * as v from 'valibot';
import type { AuditLine } from '../engine/types';
import type { Reply } from './model';

/** A reply and what else is known of it, which the engine does not read. */
export type ListedLine = AuditLine & Pick<Reply, 'agent' | 'team' | 'at' | 'ticket' | 'link'>;

const string = v.string('is text in quotes');
const channel = v.picklist(['email', 'chat', 'social'], 'is "email", "chat" or "social"');
const severity = v.picklist(['high', 'medium', 'low'], 'is "high", "medium" or "low"');
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'is a list');
const count = v.pipe(v.number('is a number'), v.integer('is a whole number'), v.minValue(0, 'is 0 or more'));

/** Helpdesks number their tickets: a number is as good an id as text. */
const id = v.union([string, v.pipe(v.number(), v.toString())], 'is text in quotes or a number');

const turn = v.object(
  { from: v.picklist(['customer', 'agent'], 'is "customer" or "agent"'), text: string, at: v.optional(string) },
  'is {"from": …, "text": …}',
);

const conversation = v.object(
  {
    customer: v.optional(string),
    earlier: v.optional(list(turn)),
    customerName: v.optional(string),
    agentName: v.optional(string),
    channel: v.optional(channel),
    kind: v.optional(v.picklist(['reply', 'note'], 'is "reply" or "note"')),
  },
  'is an object such as {"customer": "…"}',
);

const options = v.object(
  {
    off: v.optional(
      v.object({ principles: v.optional(list(string)), rules: v.optional(list(string)) }, 'is an object'),
    ),
    severity: v.optional(v.record(string, severity, 'is an object')),
    quiet: v.optional(v.record(string, count, 'is an object')),
    notes: v.optional(v.picklist(['off', 'respect'], 'is "off" or "respect"')),
    maxUnderlines: v.optional(count),
    host: v.optional(string),
    team: v.optional(string),
    weights: v.optional(v.record(string, v.number('is a number'), 'is an object')),
    now: v.optional(string),
  },
  'is an object',
);

/** Carried along for people: of another type it is left out, as what is not known is. */
const carried = v.fallback(v.optional(string), undefined);

const line = v.object(
  {
    id: v.optional(id),
    draft: string,
    customer: v.optional(string),
    channel: v.optional(channel),
    conversation: v.optional(conversation),
    options: v.optional(options),
    agent: carried,
    team: carried,
    at: carried,
    ticket: carried,
    link: carried,
  },
  'is not an object such as {"id": "…", "draft": "…", "customer": "…"}',
);

/** A line that can't be read. `id` is the line's own where it has one. */
export class LineError extends Error {
  constructor(
    readonly id: string | null,
    message: string,
  ) {
    super(message);
    this.name = 'LineError';
  }
}

/**
 * Reads one line of JSON. `number` counts from 1; a line without an id gets it as its id. Fields that are not known
 * are left out. Throws a `LineError` that says what is wrong.
 */
export function parseAuditLine(json: string, number: number): ListedLine {
  const value = parseJson(json, number);
  const result = v.safeParse(line, value);
  if (!result.success) {
    const faults = result.issues.map((issue) => describe(issue));
    throw new LineError(idOf(value), `line ${number}: ${faults.join('; ')}`);
  }
  return { ...result.output, id: result.output.id ?? String(number) } as ListedLine;
}

function parseJson(json: string, number: number): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new LineError(null, `line ${number}: is not JSON (${(error as Error).message})`);
  }
}

function describe(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  if (field && issue.input === undefined) return `"${field}" is missing`;
  return field ? `"${field}" ${issue.message}` : issue.message;
}

function idOf(value: unknown): string | null {
  const own = value && typeof value === 'object' && 'id' in value ? value.id : null;
  return typeof own === 'string' || typeof own === 'number' ? String(own) : null;
}
