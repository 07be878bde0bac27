/** Queries that go on inside open shadow roots where the page's own tree has nothing: some helpdesks are built of them. */

/** A walk through a large page takes milliseconds, and the page asks at every change: so often at most, in ms. */
const WALK_EVERY_MS = 2000;

interface Known {
  roots: ShadowRoot[];
  walkedAt: number;
}

const known = new WeakMap<ParentNode, Known>();

/** All that match under `within`, in its own tree; where nothing does, in the open shadow roots under it. */
export function queryAll(within: ParentNode, selector: string): Element[] {
  const plain = [...within.querySelectorAll(selector)];
  if (plain.length) return plain;
  const inRoots = () => rootsUnder(within).flatMap((root) => [...root.querySelectorAll(selector)]);
  const found = inRoots();
  return found.length || !walkAgain(within) ? found : inRoots();
}

/** The open shadow roots under it that are known from the last query, in the order of the page. */
export function rootsUnder(within: ParentNode): ShadowRoot[] {
  return known.get(within)?.roots.filter(({ host }) => host.isConnected) ?? [];
}

/** False: it is too soon to walk again. */
function walkAgain(within: ParentNode): boolean {
  const now = performance.now();
  if (now - (known.get(within)?.walkedAt ?? Number.NEGATIVE_INFINITY) < WALK_EVERY_MS) return false;
  const roots: ShadowRoot[] = [];
  collect(within, roots);
  known.set(within, { roots, walkedAt: now });
  return true;
}

function collect(within: ParentNode, roots: ShadowRoot[]): void {
  for (const { shadowRoot } of within.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    roots.push(shadowRoot);
    collect(shadowRoot, roots);
  }
}
