/** The host's own buttons around a reply box: Send must stay within reach while the card is open. */

const CONTROLS = 'button, [role="button"], input[type="submit"], input[type="button"], select';
/** How far up from the box its tools are looked for. */
const LEVELS = 5;
const MOST = 60;

/** Where they are, in the viewport's CSS pixels. */
export function obstaclesAround(box: Element): DOMRect[] {
  let around: Element = box;
  for (let level = 0; level < LEVELS && around.parentElement; level++) {
    around = around.parentElement;
    if (around.tagName === 'FORM' || around.querySelector(CONTROLS)) break;
  }
  const controls = [...around.querySelectorAll(CONTROLS)].slice(0, MOST);
  return controls.map((control) => control.getBoundingClientRect()).filter((rect) => rect.width > 0 && rect.height > 0);
}
