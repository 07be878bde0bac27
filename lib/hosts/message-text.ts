/** The text of a message in a thread, as a reader sees its lines; a stripped quote leaves a '>'. Reads only: nothing is cloned or laid out. */
import { isElement } from '../dom';

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const PARAGRAPH = new Set('P BLOCKQUOTE UL OL TABLE'.split(' '));
const NO_TEXT = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT BUTTON SVG svg SELECT TEXTAREA INPUT'.split(' '));
/** No customer's message is read beyond this many characters: a pasted log must not slow the page. */
const MOST = 20_000;

export function messageText(root: Element, strip: readonly string[] = []): string {
  const stripped = strip.join(',');
  let text = '';
  const newline = (count: number) => {
    if (!text) return;
    const have = /\n*$/.exec(text)?.[0].length ?? 0;
    text = text.replace(/[ \t]+$/, '') + '\n'.repeat(Math.max(0, count - have));
  };
  // As a mail without HTML has it: so it is seen where the quote was, and that words below it are not part of it.
  const quote = () => {
    newline(1);
    text += '>\n';
  };
  const walk = (node: Node) => {
    for (let child = node.firstChild; child && text.length < MOST; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        const piece = (child.nodeValue ?? '').replace(/[\u200b\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ');
        text += /(^|\s)$/.test(text) ? piece.trimStart() : piece;
      } else if (isElement(child)) {
        if (NO_TEXT.has(child.tagName) || (child as HTMLElement).hidden) continue;
        if (stripped && child.matches(stripped)) {
          if (child.tagName === 'BLOCKQUOTE') quote();
          continue;
        }
        if (child.tagName === 'BR') {
          text = `${text.replace(/[ \t]+$/, '')}\n`;
          continue;
        }
        const lines = PARAGRAPH.has(child.tagName) ? 2 : BLOCK.has(child.tagName) ? 1 : 0;
        if (lines) newline(lines);
        walk(child);
        if (lines) newline(lines);
      }
    }
  };
  walk(root);
  return text.trim();
}
