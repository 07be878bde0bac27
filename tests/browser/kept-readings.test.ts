/** An editor's text is read block by block and kept: after any edit it must be what reading everything anew gives. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle';
import { type Chromium, openChromium } from './harness';
import type * as Readings from './kept-readings-entry';

const AT = 'https://engines.example/';
const ROUNDS = 25;
const EDITS = 12;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await openChromium();
  chromium.serve(AT, {
    html: `<!doctype html><meta charset="utf-8"><title>Readings</title>
<style>.gone { display: none } .lines { white-space: pre-line } .kept { white-space: pre-wrap } .flow { display: inline }</style>`,
  });
  page = await chromium.open(AT);
  await page.addScriptTag({ content: await bundle('tests/browser/kept-readings-entry.ts') });
});
afterAll(() => chromium?.close());

/** Runs in the page: random documents, random edits. Gives the first difference, or how many texts were compared. */
function compare({ rounds, edits, seed }: { rounds: number; edits: number; seed: number }): string | number {
  const { kept, hasty, anew } = (window as unknown as { bundled: typeof Readings }).bundled;
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(from: ArrayLike<T>): T => from[random(from.length)] as T;
  const WORDS = ['one', ' two', ' ', '  three\n', 'four\u00a0', '\u2060', '\u200b', '', 'five  six', '\n', '7'];
  const TAGS = ['p', 'div', 'p', 'b', 'span', 'a', 'br', 'br', 'img', 'blockquote', 'code', 'ul', 'li', 'div'];
  const CLASSES = ['gone', 'lines', 'kept', 'flow', ''];
  const make = (depth: number): Node => {
    if (depth === 0 || random(3) === 0) return document.createTextNode(pick(WORDS));
    const element = document.createElement(pick(TAGS));
    if (random(8) === 0) element.className = pick(CLASSES);
    if (!/^(BR|IMG)$/.test(element.tagName))
      for (let count = random(4); count > 0; count--) element.append(make(depth - 1));
    return element;
  };
  const nodesOf = (root: Node, what: number) => {
    const walker = document.createTreeWalker(root, what);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const edit = (root: HTMLElement) => {
    const texts = nodesOf(root, NodeFilter.SHOW_TEXT) as Text[];
    const elements = nodesOf(root, NodeFilter.SHOW_ELEMENT).filter((each) => !/^(BR|IMG)$/.test(each.nodeName));
    const parent = elements.length ? (pick(elements) as HTMLElement) : root;
    const child = parent.childNodes.length ? pick(parent.childNodes) : null;
    switch (random(8)) {
      case 0:
      case 1:
      case 2:
        if (texts.length) pick(texts).insertData(0, pick(WORDS));
        break;
      case 3:
        parent.insertBefore(make(2), child);
        break;
      case 4:
        child?.remove();
        break;
      case 5:
        if (child && !child.contains(root)) root.insertBefore(child, pick(root.childNodes));
        break;
      case 6:
        if (texts.length) pick(texts).splitText(0);
        break;
      case 7:
        parent.className = pick(CLASSES);
        break;
    }
  };
  const placeOf = (range: Range | null) =>
    range && [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
  const differs = (root: HTMLElement): string | null => {
    const now = kept(root);
    const true_ = anew(root);
    if (now.text !== true_.text) return `text ${JSON.stringify(now.text)}, not ${JSON.stringify(true_.text)}`;
    for (let start = 0; start <= now.text.length; start++) {
      const end = Math.min(now.text.length, start + random(5));
      const own = placeOf(now.rangeOf({ start, end }));
      const wanted = placeOf(true_.rangeOf({ start, end }));
      if (own?.some((part, at) => part !== wanted?.[at]) ?? wanted) return `range ${start} to ${end}`;
      if (now.crossesIsland({ start, end }) !== true_.crossesIsland({ start, end })) return `island ${start} to ${end}`;
    }
    for (const node of [root, ...nodesOf(root, NodeFilter.SHOW_ALL)]) {
      const offset = random((node instanceof Text ? node.length : node.childNodes.length) + 1);
      if (now.offsetOf(node, offset) !== true_.offsetOf(node, offset)) return `offset of ${node.nodeName} ${offset}`;
    }
    return null;
  };
  let compared = 0;
  for (let round = 0; round < rounds; round++) {
    const root = document.createElement('div');
    for (let count = 2 + random(6); count > 0; count--) root.append(make(4));
    document.body.append(root);
    for (let count = 0; count < edits; count++) {
      const difference = differs(root);
      if (difference) return `seed ${seed}, round ${round}, edit ${count}: ${difference} in ${root.outerHTML}`;
      compared += Number(kept(root).text !== '');
      for (let changes = 1 + random(3); changes > 0; changes--) edit(root);
      if (random(3) === 0) hasty(root);
    }
    root.remove();
  }
  return compared;
}

describe('any page', () => {
  it.each([1, 2, 3, 4])('reads after random edits what reading anew gives (seed %d)', async (seed) => {
    const found = await page.evaluate(compare, { rounds: ROUNDS, edits: EDITS, seed });
    if (typeof found === 'string') throw new Error(found);
    expect(found).toBeGreaterThan((ROUNDS * EDITS) / 2);
  });

  it('reads a long draft in slices, and then the paragraph that changed alone', async () => {
    const seen = await page.evaluate(async () => {
      const { kept, hasty, anew } = (window as unknown as { bundled: typeof Readings }).bundled;
      const root = document.createElement('div');
      for (let at = 0; at < 50; at++)
        root.append(Object.assign(document.createElement('p'), { textContent: `No. ${at}` }));
      document.body.append(root);
      let slices = 1;
      while (!hasty(root)) slices++;
      const paragraph = root.children[20]?.firstChild as Text;
      paragraph.appendData('!');
      const again = hasty(root);
      return { slices, again: again?.text === anew(root).text && again?.text === kept(root).text };
    });
    expect(seen.slices).toBeGreaterThan(1);
    expect(seen.again).toBe(true);
  });
});
