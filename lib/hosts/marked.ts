/**
 * Looks for a helpdesk's own marks. A message's body is written by strangers, who can write the same marks into it: what
 * stands in a body says nothing about the message.
 */

/** The element itself, or the first under it that matches and stands in none of `bodies`. */
export function marked(within: Element, selector: string, bodies: readonly string[]): Element | null {
  if (within.matches(selector)) return within;
  return [...within.querySelectorAll(selector)].find((found) => !isWithin(found, bodies)) ?? null;
}

/** Those of a list that stand neither in a body nor in another one of the list. */
export function outermost(found: readonly Element[], bodies: readonly string[]): Element[] {
  const all = new Set(found);
  return found.filter((each) => {
    for (let around = each.parentElement; around; around = around.parentElement) if (all.has(around)) return false;
    return !isWithin(each, bodies);
  });
}

function isWithin(element: Element, bodies: readonly string[]): boolean {
  return bodies.length > 0 && element.parentElement?.closest(bodies.join(',')) != null;
}
