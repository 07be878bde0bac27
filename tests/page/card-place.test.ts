import { describe, expect, it } from 'vitest';
import { placeCard } from '../../lib/page/card-place';

const line = (left: number, top: number, width = 80) => ({ left, top, right: left + width, bottom: top + 20 });
const card = { width: 380, height: 160 };
const wide = { width: 1280, height: 800 };

const covers = (at: { left: number; top: number }, box: ReturnType<typeof line>, size = card) =>
  at.left < box.right && at.left + size.width > box.left && at.top < box.bottom && at.top + size.height > box.top;

describe('placeCard', () => {
  it('stands below the text, at its start', () => {
    expect(placeCard([line(300, 200)], card, wide, [])).toEqual({ left: 300, top: 228 });
  });
  it('stands below the last of several lines', () => {
    const lines = [line(600, 200, 300), line(100, 220, 200)];
    expect(placeCard(lines, card, wide, [])).toEqual({ left: 100, top: 248 });
  });
  it('goes above where there is no room below', () => {
    expect(placeCard([line(300, 700)], card, wide, [])).toEqual({ left: 300, top: 532 });
  });
  it('leaves the host’s buttons free where there is room elsewhere', () => {
    const send = line(310, 260);
    const at = placeCard([line(300, 200)], card, wide, [send]);
    expect(covers(at, send)).toBe(false);
    expect(covers(at, line(300, 200))).toBe(false);
  });
  it('would rather cover a button than the text', () => {
    const text = line(10, 300, 300);
    const at = placeCard([text], { width: 304, height: 160 }, { width: 320, height: 640 }, [
      line(10, 330, 300),
      line(10, 200, 300),
    ]);
    expect(covers(at, text, { width: 304, height: 160 })).toBe(false);
  });
  it('stays within 320 px', () => {
    const size = { width: 304, height: 180 };
    for (const left of [0, 100, 260]) {
      const at = placeCard([line(left, 100, 50)], size, { width: 320, height: 640 }, []);
      expect(at.left).toBeGreaterThanOrEqual(8);
      expect(at.left + size.width).toBeLessThanOrEqual(312);
    }
  });
});
