/** Takes out of a message what its sender did not write in it: the quoted earlier mail, and the signature. Pure. */

/** Lines with which mail programs open a quote. They are matched whole, and only up to the line's end. */
const QUOTE_OPENERS = [
  /^\s*(on|am|le|el|il|op|em)\s.{6,200}\b(wrote|schrieb|écrit|escribió|scritto|schreef|escreveu)\s?:\s*$/i,
  /^\s*-{2,}\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine)\s*-{2,}\s*$/i,
  /^\s*_{10,}\s*$/,
];
const HEADER = /^\s*(from|von|de|da)\s?:\s.+$/i;
const HEADER_NEXT = /^\s*(sent|date|to|gesendet|envoyé|enviado|inviato|an|à)\s?:\s.+$/i;
const SIGNATURE = /^--\s?$/;
const SENT_FROM = /^\s*(sent from my|get outlook for|von meinem .+ gesendet|envoyé de mon)\b.{0,40}$/i;

/** The sender's own words; '' when the message was only a quote. */
export function withoutQuotes(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex(
    (line, index) =>
      QUOTE_OPENERS.some((opener) => opener.test(line)) ||
      (HEADER.test(line) && HEADER_NEXT.test(lines[index + 1] ?? '')) ||
      SIGNATURE.test(line) ||
      SENT_FROM.test(line),
  );
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
