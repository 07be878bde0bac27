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

const EDGE = 8;
const GAP = 8;

/**
 * The best corner (left, top) for a card of this size. `lines` are the underlined text's lines; `keep` is what must stay
 * free where there is room elsewhere: the host's buttons. Below is tried first, then above, right, left; the least
 * covered wins. It always stays within the viewport, as far as it fits.
 */
export function placeCard(
  lines: readonly Box[],
  card: Room,
  viewport: Room,
  keep: readonly Box[],
): { left: number; top: number } {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return { left: EDGE, top: EDGE };
  const whole = lines.reduce((all, line) => ({
    left: Math.min(all.left, line.left),
    top: Math.min(all.top, line.top),
    right: Math.max(all.right, line.right),
    bottom: Math.max(all.bottom, line.bottom),
  }));
  const below = last.bottom + GAP;
  const above = first.top - GAP - card.height;
  const candidates = [
    { left: last.left, top: below },
    { left: first.left, top: above },
    { left: last.right - card.width, top: below },
    { left: first.right - card.width, top: above },
    { left: whole.right + GAP, top: first.top },
    { left: whole.left - GAP - card.width, top: first.top },
  ];
  const clamp = (value: number, size: number, room: number) => Math.max(EDGE, Math.min(value, room - size - EDGE));
  let best = { left: EDGE, top: EDGE };
  let least = Number.POSITIVE_INFINITY;
  candidates.forEach((candidate, rank) => {
    const left = clamp(candidate.left, card.width, viewport.width);
    const top = clamp(candidate.top, card.height, viewport.height);
    const at = { left, top, right: left + card.width, bottom: top + card.height };
    const covered = sum(lines, at) * 20 + sum(keep, at) * 4 + rank;
    if (covered < least) {
      least = covered;
      best = { left, top };
    }
  });
  return best;
}

function sum(boxes: readonly Box[], at: Box): number {
  return boxes.reduce((area, box) => area + overlap(box, at), 0);
}

/** The common area, in square pixels. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
