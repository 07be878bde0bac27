/** The shape of a practice ticket, checked when the page opens: a slip in the data names its ticket and field. */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const turnSchema = v.strictObject({
  from: v.picklist(['customer', 'agent']),
  /** Age of the message when the page opens, in minutes: a practice inbox never looks stale. */
  minutesAgo: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text,
});

const ticketSchema = v.strictObject({
  /** Stands in the address (`?ticket=`), so it never changes. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  channel: v.picklist(['email', 'chat', 'social']),
  domain: text,
  company: text,
  /** How the customer was written to feel. Never shown: seeing it is the practice. */
  mood: v.picklist(['calm', 'upset', 'abusive']),
  subject: text,
  customer: text,
  /** The customer's name on a social network. */
  handle: v.optional(text),
  agent: text,
  /** Oldest first; the customer has the last word. */
  thread: v.pipe(v.array(turnSchema), v.minLength(1)),
  rough: v.strictObject({
    /** good: nothing to coach. gap: good but for a gap that is still open. */
    kind: v.picklist(['bad', 'so-so', 'gap', 'good']),
    /** Ids of the principles that the draft was written to practise. */
    practises: v.array(text),
    text,
  }),
});

const fileSchema = v.strictObject({ language: text, tickets: v.pipe(v.array(ticketSchema), v.minLength(1)) });

export type Ticket = v.InferOutput<typeof ticketSchema>;
export type TicketTurn = v.InferOutput<typeof turnSchema>;

/** The tickets of a parsed file. Throws with the place of the first slip: "tickets.3.channel: …". */
export function parseTickets(data: unknown): Ticket[] {
  const result = v.safeParse(fileSchema, data);
  if (result.success) return result.output.tickets;
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? 'tickets'}: ${issue.message}`);
}
