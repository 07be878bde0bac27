/** The address that the agent is at, and which of a page's frames has a coach of its own. */

/**
 * An editor's frame often has no address of its own (`about:blank`): it belongs to the page around it, and so do that
 * page's switches. Where that page is another site's, the frame has none that is known.
 */
export function placeOf(view: Window): Location {
  return view.location.protocol === 'about:' && isWithinReach(view) ? placeOf(view.parent) : view.location;
}

/** Is the page around this frame of the same origin? Then that page's coach listens in here too: one is enough. */
export function isWithinReach(view: Window): boolean {
  return view.frameElement !== null;
}
