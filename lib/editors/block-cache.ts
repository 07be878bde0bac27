/**
 * What was read of each block of a contenteditable, until something in it changes. The page's changes are heard by a
 * MutationObserver whose records are taken before each reading, so that nothing kept is ever older than the page.
 */
import { isElement } from '../dom';
import type { Point, TextMap } from './text-map';
import type { Spacing } from './walker';

/** A block read by itself. */
export interface Block {
  map: TextMap;
  /** Where its content begins; null: it has none. */
  first: Point | null;
  /** The last place in it that text stands before. */
  last: Point | null;
  /** Content behind it begins a new line. */
  lineDue: boolean;
}

interface Kept extends Spacing {
  /** null: what stands before the block decides how it is read. */
  block: Block | null;
}

/** What around an editor may decide how it shows; hosts keep much else in attributes up there. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'dir', 'contenteditable', 'spellcheck', 'id', 'open', 'type'];

export class BlockCache {
  /** Grows with every change of what is read. */
  changes = 0;
  /** How many blocks were read. */
  read = 0;
  #kept = new WeakMap<Element, Kept>();
  readonly #inside: MutationObserver;
  readonly #around: MutationObserver;
  /** Does the place among siblings decide what is part of the draft? */
  readonly #bySiblings: boolean;

  /** `exclude`: the selector of what is not part of the draft. */
  constructor(
    private readonly root: Element,
    exclude: string,
  ) {
    this.#bySiblings = /[~+]|:(nth|first|last|only|has|empty)/.test(exclude);
    this.#inside = new MutationObserver((records) => this.#take(records));
    this.#inside.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
    });
    // A class further up may hide a part of the draft, and so may a style sheet that comes later.
    this.#around = new MutationObserver(() => this.#forget());
    for (let at = root.parentElement; at; at = at.parentElement) {
      this.#around.observe(at, { attributes: true, attributeFilter: ATTRIBUTES });
    }
    const { head } = root.ownerDocument;
    if (head) this.#around.observe(head, { childList: true });
  }

  /** Takes in what the page changed until now. */
  update(): void {
    this.#take(this.#inside.takeRecords());
    if (this.#around.takeRecords().length) this.#forget();
  }

  get(element: Element, { pre, lines }: Spacing): Block | null {
    const kept = this.#kept.get(element);
    return kept && kept.pre === pre && kept.lines === lines ? kept.block : null;
  }

  /** What is before this block decides how it is read: it was tried. */
  needsContext(element: Element): boolean {
    return this.#kept.get(element)?.block === null;
  }

  keep(element: Element, { pre, lines }: Spacing, block: Block | null): void {
    this.read++;
    this.#kept.set(element, { pre, lines, block });
  }

  stop(): void {
    this.#inside.disconnect();
    this.#around.disconnect();
  }

  #take(records: readonly MutationRecord[]): void {
    if (!records.length) return;
    this.changes++;
    // Styles reach further than the element that has them.
    if (records.some(({ type }) => type === 'attributes' || (type === 'childList' && this.#bySiblings))) this.#forget();
    else for (const { target, addedNodes } of records) this.#changed(target, addedNodes);
  }

  #changed(target: Node, added: NodeList): void {
    for (let at: Node | null = target; at && at !== this.root; at = at.parentNode) this.#kept.delete(at as Element);
    for (const node of added) {
      if (!isElement(node)) continue;
      this.#kept.delete(node);
      for (const inner of node.getElementsByTagName('*')) this.#kept.delete(inner);
    }
  }

  #forget(): void {
    this.changes++;
    this.#kept = new WeakMap();
  }
}
