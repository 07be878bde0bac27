/**
 * The address that the agent is at. An editor's frame often has none of its own (`about:blank`): it belongs to the page
 * around it, and so do that page's switches.
 */
export function placeOf(view: Window): Location {
  try {
    if (view.location.protocol === 'about:' && view.parent !== view) return placeOf(view.parent);
  } catch {
    // The page around it is another site's: then the frame speaks for itself.
  }
  return view.location;
}
