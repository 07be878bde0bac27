/**
 * The tour for where there is no screen: two real replies are typed into the practice desk, coached, and rewritten by
 * key. It fails where nothing is found, shown or written.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Edit, Finding } from '../engine/types';
import type { Snapshot } from '../messages';
import type { Ticket } from '../practice/ticket';
import { TICKETS } from '../practice/tickets';
import { countUnderlines, openTicket, pressKey, readCoach, typeReply, waitForCard, waitForSidebar } from './desk';

export interface Coached {
  ticket: Ticket;
  before: Snapshot;
  after: Snapshot;
  /** Every finding of the draft as it was typed, most important first, with its best suggestion. */
  findings: { finding: Finding; suggestion: Edit | null }[];
  /** How many rewrites were taken. */
  taken: number;
  /** Pictures, by what they show. */
  pictures: string[];
}

/** A draft takes in more than this only if the coach never comes to an end. */
const MOST_REWRITES = 20;

/** The replies of the tour: the rough drafts, one by email and one in a chat, in which there is most to see. */
export function tourTickets(): Ticket[] {
  return (['email', 'chat'] as const).map((channel) => {
    const [ticket] = TICKETS.filter(
      (candidate) => candidate.channel === channel && candidate.rough.kind === 'bad',
    ).sort((one, other) => other.rough.practises.length - one.rough.practises.length);
    if (!ticket) throw new Error(`The practice desk has no rough draft for ${channel}.`);
    return ticket;
  });
}

/** Types, waits for the coach, takes the first suggestions by key. Throws where the coach shows nothing. */
export async function coachTicket(desk: Page, ticket: Ticket, folder: string): Promise<Coached> {
  mkdirSync(folder, { recursive: true });
  const picture = async (name: string) => {
    const path = join(folder, `${ticket.channel}-${name}.png`);
    await desk.screenshot({ path });
    return path;
  };

  await openTicket(desk, ticket);
  await typeReply(desk, ticket.rough.text);
  const before = await readCoach(desk, { draft: ticket.rough.text });
  const findings = (before.review?.findings ?? []).map((finding) => ({
    finding,
    suggestion: before.suggestions[finding.id]?.[0] ?? null,
  }));
  const [first] = before.visible;
  const shown = findings.find(({ finding }) => finding.id === first);
  if (!shown) throw new Error(`The coach found nothing in the rough draft for ${ticket.id}.`);
  await waitForSidebar(desk, shown.finding.message);
  if (ticket.channel !== 'chat' && (await countUnderlines(desk)) === 0) {
    throw new Error(`The coach underlined nothing in the rough draft for ${ticket.id}.`);
  }
  const pictures = [await picture('1-as-typed')];

  let now = before;
  let taken = 0;
  while (taken < MOST_REWRITES && now.visible.some((id) => (now.suggestions[id]?.length ?? 0) > 0)) {
    await pressKey(desk, 'next');
    if (taken === 0) {
      await waitForCard(desk);
      pictures.push(await picture('2-card'));
    }
    await pressKey(desk, 'use');
    now = await readCoach(desk, { not: now.draft });
    taken += 1;
  }
  if (taken === 0) throw new Error(`The coach had no rewrite for the rough draft for ${ticket.id}.`);
  pictures.push(await picture('3-rewritten'));
  return { ticket, before, after: now, findings, taken, pictures };
}
