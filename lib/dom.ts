/**
 * The page as the agent sees it, across shadow roots and frames of the same origin. A frame's nodes belong to a realm
 * of their own, in which `instanceof` with our own classes is false: what a node is, is asked of the node.
 */

/** A tree of its own: queries, focus and style sheets end at its edge. */
export type Scope = Document | ShadowRoot;

export function isElement(target: EventTarget | null | undefined): target is Element {
  return (target as Node | null | undefined)?.nodeType === 1;
}

export function isDocument(node: Node): node is Document {
  return node.nodeType === 9;
}

export function isShadowRoot(target: EventTarget | null | undefined): target is ShadowRoot {
  return (target as Node | null | undefined)?.nodeType === 11 && 'host' in (target as object);
}

export function isTextArea(element: Element): element is HTMLTextAreaElement {
  return element.localName === 'textarea';
}

/** The document of a frame element; null for anything else, and where it is another site's. */
export function documentIn(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  return (element as HTMLIFrameElement).contentDocument;
}

/** What a scope stands in: its shadow host, or its frame element; null for the outermost that can be reached. */
export function holderOf(scope: Scope): Element | null {
  return isDocument(scope) ? (scope.defaultView?.frameElement ?? null) : scope.host;
}

/** The scope that a node stands in; null for one that was taken out of its tree. */
export function scopeOf(node: Node): Scope | null {
  const root = node.getRootNode();
  return isDocument(root) || isShadowRoot(root) ? root : null;
}

/** The parent element, out of shadow roots and frames as well. */
export function parentAcross(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const scope = scopeOf(element);
  return scope && holderOf(scope);
}

/** `closest` that goes on in what holds the shadow root or the frame. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; ) {
    const found: Element | null = at.closest(selector);
    if (found) return found;
    const scope = scopeOf(at);
    at = scope && holderOf(scope);
  }
  return null;
}

/** The element itself, and what holds its shadow roots and frames, from the inside out. */
export function placesOf(element: Element): Element[] {
  const places: Element[] = [];
  for (let at: Element | null = element; at; ) {
    places.push(at);
    const scope: Scope | null = scopeOf(at);
    at = scope && holderOf(scope);
  }
  return places;
}

/** Does this node or scope stand in the page? Not where it, or a frame or a shadow host around it, was taken out. */
export function standsIn(page: Document, node: Node): boolean {
  try {
    for (let at: Node | null = node; at; ) {
      if (!at.isConnected) return false;
      const scope = scopeOf(at);
      if (scope === page) return true;
      at = scope && holderOf(scope);
    }
  } catch {
    // Firefox lets nobody look into a document whose window is gone.
  }
  return false;
}
