import { describe, expect, it } from 'vitest';
import { type Anchor, placeCard } from '../../lib/page/card-place';

const line = (left: number, top: number, width = 80) => ({ left, top, right: left + width, bottom: top + 20 });
/** Where the underline is, and what else is on the page. */
const at = (lines: Anchor['lines'], others: Partial<Anchor> = {}): Anchor => ({
  lines,
  keep: [],
  draft: [],
  thread: [],
  ...others,
});
const card = { width: 380, height: 160 };
const wide = { width: 1280, height: 800 };

const covers = (at: { left: number; top: number }, box: ReturnType<typeof line>, size = card) =>
  at.left < box.right && at.left + size.width > box.left && at.top < box.bottom && at.top + size.height > box.top;

describe('placeCard', () => {
  it('stands below the text, at its start', () => {
    expect(placeCard(at([line(300, 200)]), card, wide)).toEqual({ left: 300, top: 228 });
  });
  it('stands below the last of several lines', () => {
    const lines = [line(600, 200, 300), line(100, 220, 200)];
    expect(placeCard(at(lines), card, wide)).toEqual({ left: 100, top: 248 });
  });
  it('goes above where there is no room below', () => {
    expect(placeCard(at([line(300, 700)]), card, wide)).toEqual({ left: 300, top: 532 });
  });
  it('leaves the host’s buttons free where there is room elsewhere', () => {
    const send = line(310, 260);
    const place = placeCard(at([line(300, 200)], { keep: [send] }), card, wide);
    expect(covers(place, send)).toBe(false);
    expect(covers(place, line(300, 200))).toBe(false);
  });
  it('would rather cover a button than the text', () => {
    const text = line(10, 300, 300);
    const keep = [line(10, 330, 300), line(10, 200, 300)];
    const place = placeCard(at([text], { keep }), { width: 304, height: 160 }, { width: 320, height: 640 });
    expect(covers(place, text, { width: 304, height: 160 })).toBe(false);
  });
  it('stays within 320 px', () => {
    const size = { width: 304, height: 180 };
    for (const left of [0, 100, 260]) {
      const place = placeCard(at([line(left, 100, 50)]), size, { width: 320, height: 640 });
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.left + size.width).toBeLessThanOrEqual(312);
    }
  });
});

describe('placeCard among lines of text', () => {
  const paragraph = (top: number, count: number) =>
    Array.from({ length: count }, (_, n) => line(300, top + n * 22, 600));
  const coversAny = (place: { left: number; top: number }, boxes: readonly ReturnType<typeof line>[]) =>
    boxes.some((box) => covers(place, box));

  it('stands over the conversation rather than over the lines below', () => {
    const draft = paragraph(400, 5);
    const thread = [{ left: 300, top: 100, right: 900, bottom: 380 }];
    const place = placeCard(at([line(420, 400)], { draft, thread }), card, wide);
    expect(coversAny(place, draft)).toBe(false);
    expect(place.top).toBe(400 - 8 - card.height);
  });
  it('stands below the draft where the lines that follow are few', () => {
    const draft = paragraph(200, 3);
    const place = placeCard(at([line(420, 222)], { draft }), card, wide);
    expect(place).toEqual({ left: 420, top: 200 + 2 * 22 + 20 + 8 });
  });
  it('stands beside a draft that fills the height of the window', () => {
    const draft = paragraph(0, 36);
    const place = placeCard(at([line(820, 396)], { draft }), card, { width: 1300, height: 800 });
    expect(place.left).toBe(908);
    expect(coversAny(place, draft)).toBe(false);
  });
  it('stays at its words where every place covers text', () => {
    const draft = paragraph(0, 36);
    const place = placeCard(at([line(420, 396)], { draft }), card, { width: 920, height: 800 });
    expect(covers(place, line(420, 396))).toBe(false);
    expect(Math.abs(place.top - 396)).toBeLessThanOrEqual(card.height + 8);
  });
});
