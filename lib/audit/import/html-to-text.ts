/**
 * The text of a message's body as its reader saw it, without quoted history and signature: the same lines as the live
 * side reads from a helpdesk's page (lib/hosts/message-text.ts and quotes.ts).
 */
import { Parser } from 'htmlparser2';
import { withoutQuotes } from '../../hosts/quotes';

const BLOCK = new Set(
  'address article aside dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const PARAGRAPH = new Set('p ul ol table'.split(' '));
const NO_TEXT = new Set('script style template noscript button svg select textarea title head'.split(' '));
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Text that merely speaks of tags, or has a '<', is no HTML: its tags close nothing. */
const HTML =
  /<\/(p|div|span|b|i|u|a|ul|ol|li|table|tr|td|th|blockquote|html|body|strong|em|h[1-6]|font|pre|style|center)\s*>|<(br|hr|p|div|img)(\s[^<>]*)?\/?>/i;
const ENTITY = /&(nbsp|amp|lt|gt|quot|apos|#\d{2,6}|#x[\da-f]{2,5});/i;

/** The sender's own words in a body of HTML or plain text; '' where there are none. */
export function bodyText(body: string): string {
  const text = HTML.test(body) ? htmlText(body) : ENTITY.test(body) ? decodeEntities(body) : body;
  return withoutQuotes(text.replace(/[\u200b\u2060\ufeff]/g, '').replace(/\u00a0/g, ' '));
}

function decodeEntities(text: string): string {
  let decoded = '';
  // As in a <textarea>: entities count, tags do not.
  const parser = new Parser({
    ontext(piece) {
      decoded += piece;
    },
  });
  parser.write(text.replace(/</g, '&lt;'));
  parser.end();
  return decoded;
}

const DEEPEST = 1000;

/** What is left out, until an element of less depth ends. */
interface Dropped {
  depth: number;
}

function htmlText(html: string): string {
  const out = new Lines();
  let depth = 0;
  let pre = 0;
  let dropped: Dropped | null = null;
  /** Containers of a quote that may hold no quote of their own, and where their text begins. */
  const containers: { depth: number; from: Lines['mark']; quote: boolean }[] = [];

  const parser = new Parser({
    onopentag(name, attributes) {
      if (!VOID.has(name)) depth++;
      // What is nested deeper is no letter; a parser's stack must not grow without end.
      if (depth > DEEPEST) parser.pause();
      if (dropped) return;
      if (name === 'blockquote') {
        for (const container of containers) container.quote = true;
        out.breakBefore(1);
        out.add('>');
        out.lineBreak();
        dropped = { depth };
      } else if (NO_TEXT.has(name) || isDropped(attributes)) {
        if (!VOID.has(name)) dropped = { depth };
      } else if (/divRplyFwdMsg$|appendonsend$/.test(attributes.id ?? '')) dropped = { depth: depth - 1 };
      else {
        if (/gmail_quote/.test(attributes.class ?? '')) containers.push({ depth, from: out.mark, quote: false });
        if (name === 'pre') pre++;
        if (name === 'br') out.lineBreak();
        else if (name === 'td' || name === 'th') out.space();
        else out.breakBefore(linesOf(name));
      }
    },
    ontext(piece) {
      if (dropped) return;
      if (!pre) out.add(piece.replace(/[\s\u00a0]+/g, ' '));
      else
        for (const [index, line] of piece.split('\n').entries()) {
          if (index) out.lineBreak();
          out.add(line);
        }
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      depth--;
      if (dropped) {
        if (depth < dropped.depth) dropped = null;
        return;
      }
      const container = containers.at(-1);
      if (container && depth < container.depth) {
        containers.pop();
        if (!container.quote) out.backTo(container.from);
      }
      if (name === 'pre' && pre) pre--;
      out.breakBefore(linesOf(name));
    },
  });
  parser.write(html);
  parser.end();
  return out.text();
}

/** How many line breaks stand around an element. */
function linesOf(name: string): number {
  return PARAGRAPH.has(name) ? 2 : BLOCK.has(name) ? 1 : 0;
}

/** Text that grows by lines: looking at the end of a long string again and again would take its length each time. */
class Lines {
  private readonly lines: string[] = [];
  private line = '';
  private afterSpace = true;

  get mark(): { lines: number; line: string } {
    return { lines: this.lines.length, line: this.line };
  }

  backTo({ lines, line }: Lines['mark']): void {
    this.lines.length = Math.min(this.lines.length, lines);
    this.line = line;
    this.afterSpace = /(^|\s)$/.test(line);
  }

  add(piece: string): void {
    const text = this.afterSpace ? piece.trimStart() : piece;
    if (!text) return;
    this.line += text;
    this.afterSpace = /\s/.test(text.at(-1) as string);
  }

  space(): void {
    if (!this.afterSpace) this.add(' ');
  }

  lineBreak(): void {
    this.lines.push(this.line.trimEnd());
    this.line = '';
    this.afterSpace = true;
  }

  /** At least `count` of them end the text, unless it is empty. */
  breakBefore(count: number): void {
    if (!count || (this.line.trim() === '' && !this.lines.length)) return;
    let have = 0;
    if (this.line.trim() === '') for (have = 1; have < count && this.lines.at(-have) === ''; have++);
    for (; have < count; have++) this.lineBreak();
  }

  text(): string {
    return [...this.lines, this.line].join('\n').trim();
  }
}

/** As MAIL_QUOTES and MAIL_SIGNATURES of the live side. */
function isDropped({ class: names = '', id = '', ...rest }: Record<string, string>): boolean {
  return (
    /gmail_attr|yahoo_quoted|moz-cite-prefix|gmail_signature|moz-signature/.test(names) ||
    /(^|\s)signature(\s|$)/.test(names) ||
    id.endsWith('Signature') ||
    rest['data-smartmail'] === 'gmail_signature' ||
    'hidden' in rest
  );
}
