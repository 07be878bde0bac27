/** Where the card goes: near its underline, and off what the agent must see. Pure; viewport coordinates, CSS pixels. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Room {
  width: number;
  height: number;
}

/** What the card belongs to, and what is around it. */
export interface Anchor {
  /** The underlined text's lines; none: it is out of sight. */
  lines: readonly Box[];
  /** The host's buttons. */
  keep: readonly Box[];
  /** The draft's own lines: what stands beside the rewrite is read together with it. */
  draft: readonly Box[];
  /** The conversation's messages. */
  thread: readonly Box[];
}

const EDGE = 8;
const GAP = 8;

/** What a covered square pixel costs. The words that are judged come first, then Send, the draft, what was said before. */
const COST = { lines: 20, keep: 4, draft: 1, thread: 0.05 };
/** What each pixel away from the underline costs: some 150 px are worth two covered lines of the draft. */
const COST_AWAY = 90;
/** What a place costs for each that is tried before it: the eye expects the card below or above, at its words. */
const COST_RANK = 1500;

/**
 * The best corner (left, top) for a card of this size: below, above, beside the underlined lines, or beyond the whole
 * draft, wherever it costs least. It always stays within the viewport, as far as it fits.
 */
export function placeCard(anchor: Anchor, card: Room, viewport: Room): { left: number; top: number } {
  const { lines } = anchor;
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return { left: EDGE, top: EDGE };
  const whole = around(lines);
  const draft = around([...lines, ...anchor.draft]);
  const candidates = [
    { left: last.left, top: last.bottom + GAP },
    { left: first.left, top: first.top - GAP - card.height },
    { left: last.left, top: draft.bottom + GAP },
    { left: first.left, top: draft.top - GAP - card.height },
    { left: last.right - card.width, top: last.bottom + GAP },
    { left: first.right - card.width, top: first.top - GAP - card.height },
    { left: whole.right + GAP, top: first.top },
    { left: whole.left - GAP - card.width, top: first.top },
    { left: draft.right + GAP, top: first.top },
    { left: draft.left - GAP - card.width, top: first.top },
  ];
  const clamp = (value: number, size: number, room: number) => Math.max(EDGE, Math.min(value, room - size - EDGE));
  let best = { left: EDGE, top: EDGE };
  let least = Number.POSITIVE_INFINITY;
  candidates.forEach((candidate, rank) => {
    const left = clamp(candidate.left, card.width, viewport.width);
    const top = clamp(candidate.top, card.height, viewport.height);
    const at = { left, top, right: left + card.width, bottom: top + card.height };
    const covered =
      covers(lines, at) * COST.lines +
      covers(anchor.keep, at) * COST.keep +
      covers(anchor.draft, at) * COST.draft +
      covers(anchor.thread, at) * COST.thread;
    const cost = covered + away(whole, at) * COST_AWAY + rank * COST_RANK;
    if (cost < least) {
      least = cost;
      best = { left, top };
    }
  });
  return best;
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** How far the two are apart, in pixels; those that meet are not. */
function away(a: Box, b: Box): number {
  const beside = Math.max(0, a.left - b.right, b.left - a.right);
  const above = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return Math.hypot(beside, above);
}

function covers(boxes: readonly Box[], at: Box): number {
  return boxes.reduce((area, box) => area + overlap(box, at), 0);
}

/** The common area, in square pixels. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
