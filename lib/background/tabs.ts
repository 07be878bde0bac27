/**
 * Which frame of a tab speaks for it. Helpdesks build a ticket from many frames, and each runs a coach: the sidebar
 * shows the one whose reply box the agent last used.
 */
import type { PageStatus, Snapshot } from '../messages';

export interface Frame {
  snapshot: Snapshot | null;
  /** Grows with every use: the frame with the highest was used last. */
  used: number;
}

/** A frame with a reply box speaks before one that has only a reason to show none. */
const RANK: Record<PageStatus, number> = { ready: 2, reading: 2, snoozed: 2, off: 1, lost: 1, 'no-box': 0 };

/** The frame to show, and to send commands to. */
export function speaker<F extends Frame>(frames: Iterable<F>): F | null {
  let best: F | null = null;
  for (const frame of frames) {
    if (!frame.snapshot) continue;
    if (!best?.snapshot || precedes(frame, best, RANK[best.snapshot.status])) best = frame;
  }
  return best;
}

function precedes(frame: Frame, best: Frame, rank: number): boolean {
  const own = frame.snapshot ? RANK[frame.snapshot.status] : -1;
  return own > rank || (own === rank && frame.used > best.used);
}

/**
 * Whether the agent did something in the frame, or only an answer of the engine came in. A late answer to a frame
 * that the agent has left must not bring that frame back to the sidebar.
 */
export function isUse(before: Snapshot | null, now: Snapshot): boolean {
  if (!before) return true;
  const answered =
    JSON.stringify(before.review) !== JSON.stringify(now.review) ||
    JSON.stringify(before.suggestions) !== JSON.stringify(now.suggestions) ||
    (before.status === 'reading' && now.status === 'ready');
  return !answered || before.draft !== now.draft || RANK[before.status] !== RANK[now.status];
}
