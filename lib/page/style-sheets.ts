/** Style sheets given to a document or a shadow root for as long as the coach is in it. */
import { isDocument, type Scope } from '../dom';

/**
 * Adopts a sheet with this CSS until the signal says otherwise. Where a browser refuses a content script the adoption,
 * a `<style>` element does the same. Gives a function that replaces the CSS.
 */
export function adopt(root: Scope, css: string, signal: AbortSignal): (css: string) => void {
  const page = isDocument(root) ? root : root.ownerDocument;
  try {
    const Sheet = page.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    signal.addEventListener('abort', () => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
    });
    return (next) => sheet.replaceSync(next);
  } catch {
    const style = page.createElement('style');
    style.textContent = css;
    (isDocument(root) ? root.documentElement : root).append(style);
    signal.addEventListener('abort', () => style.remove());
    return (next) => {
      style.textContent = next;
    };
  }
}
