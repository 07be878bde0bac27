/** Whether what a page shows is the reply that it showed before. Pure. */
import type { Snapshot } from '../../messages';

/** Two drafts are one that was worked on where they share so much of the shorter one, at its ends. */
const SHARED = 0.5;

/** A fingerprint of the conversation that a reply answers; '' where the page shows none. */
export function aboutOf({ conversation, surface }: Snapshot): string {
  const { customer, earlier, customerName } = conversation;
  const last = earlier?.at(-1)?.text;
  if (!customer && !last) return '';
  return fingerprint(JSON.stringify([surface?.site, customerName, earlier?.length, customer, last]));
}

/** Whether one draft may have become the other by being worked on, and not by another ticket coming on show. */
export function isClose(a: string, b: string): boolean {
  const { head, tail } = sharedEnds(a, b);
  return head + tail >= Math.min(a.length, b.length) * SHARED;
}

/** How many characters two texts have in common at their beginning, and at their end behind that. */
export function sharedEnds(a: string, b: string): { head: number; tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { head, tail };
}

/** FNV-1a, 32 bits, in base 36: enough to tell the few conversations of an hour apart, and no way back to the text. */
function fingerprint(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(36);
}
