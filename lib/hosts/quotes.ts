/** Takes out of a message what its sender did not write in it: the quoted earlier mail, and the signature. Pure. */

/**
 * The same as marks in a mail's HTML. Mail programs set prefixes before names that came with a mail. A quote's container
 * goes as a whole only where the quote in it has no mark of its own: people write below a quote, too.
 */
export const MAIL_QUOTES = [
  'blockquote',
  '[class*="gmail_attr"]',
  '[class*="gmail_quote"]:not(:has(blockquote))',
  '[class*="yahoo_quoted"]',
  '[class*="moz-cite-prefix"]',
  '[id$="divRplyFwdMsg"]',
  '[id$="divRplyFwdMsg"] ~ *',
  '[id$="appendonsend"] ~ *',
];
export const MAIL_SIGNATURES = [
  '[class*="gmail_signature"]',
  '[data-smartmail="gmail_signature"]',
  '[class*="moz-signature"]',
  '[id$="Signature"]',
  '.signature',
];

/**
 * Lines with which mail programs open a quote. They are matched whole, and only up to the line's end; the date in them
 * tells them from "On Monday I wrote:".
 */
const QUOTE_OPENERS = [
  /^\s*(on|am|le|el|il|op|em|den|dne|w dniu)\s(?=.*\d).{6,200}\b(wrote|schrieb|écrit|escribió|ha scritto|scritto|schreef|escreveu|skrev|napsal|pisze|napisał)\S{0,3}.{0,80}:\s*$/i,
  /^(?=.*\d).{0,160}<[^<>\s]+@[^<>\s]+>.{0,20}[:：]\s*$/,
];
const DIVIDERS = [
  /^\s*-{2,}\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original)\s*-{2,}\s*$/i,
  /^\s*_{10,}\s*$/,
];
const HEADER = /^\s*\*?(from|von|de|da|van|från|od)\s?:\*?\s.+$/i;
const HEADER_NEXT =
  /^\s*\*?(sent|date|to|gesendet|datum|envoyé|enviado|inviato|verzonden|skickat|wysłano|an|à|para)\s?:\*?\s.+$/i;
const SIGNATURE = /^--\s?$/;
const SENT_FROM = /^\s*(sent from my|get outlook for|von meinem .+ gesendet|envoyé de mon|enviado desde mi)\b.{0,40}$/i;
const QUOTED = /^\s*>/;

/** The sender's own words; '' when the message was only a quote. */
export function withoutQuotes(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const next = lines[at + 1] ?? '';
    if (SIGNATURE.test(line) || SENT_FROM.test(line) || DIVIDERS.some((divider) => divider.test(line))) break;
    if (HEADER.test(line) && HEADER_NEXT.test(next)) break;
    const opener = openerLines(line, next);
    if (opener) {
      let quote = at + opener;
      while (quote < lines.length && !lines[quote]?.trim()) quote++;
      // Without marks nobody can tell where the quote ends.
      if (!QUOTED.test(lines[quote] ?? '')) break;
      at = quote;
      continue;
    }
    if (!QUOTED.test(line)) own.push(line);
  }
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How many lines open a quote here: long ones are wrapped. */
function openerLines(line: string, next: string): 0 | 1 | 2 {
  const opens = (text: string) => QUOTE_OPENERS.some((opener) => opener.test(text));
  if (opens(line)) return 1;
  return line.trim() && next.trim() && /[:：]\s*$/.test(next) && /^\s*\p{L}/u.test(line) && opens(`${line} ${next}`)
    ? 2
    : 0;
}
