/** Names of the people in a message, replaced by one that the engine reads as a name too. Pure. */

/** Who a name stands for, and what it is replaced by. */
export interface Known {
  name: string;
  by: string;
}

/** Names that are words as well: at the beginning of a sentence they may be the word. */
const WORDS_TOO = new Set(
  'art bill chase christian dawn dean drew earnest faith frank glen grace grant heather hope ivy jack jade joy june mark may pat pearl penny rich rob rose ruby sandy sky skip star sue summer tab violet will wade young day long best love short king page price rush case street wood field banks bush cook fields'.split(
    ' ',
  ),
);
/** Written with a capital where a name could stand in a greeting. */
const NO_NAMES = new Set(
  'afternoon again all applicant both cardholder care client colleague colleagues customer customers day everybody everyone evening folks friend friends guest guests guys hello help hey hi ladies madam maam member morning night parent parents passenger patient patron please policyholder reader resident service shopper sir sirs subscriber support team tenant thanks there user you'.split(
    ' ',
  ),
);
const TITLE = '(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Herr|Frau)\\.? )?';
const NAME = "\\p{Lu}[\\p{L}'’-]+";
/** One or two words, then a name, then a mark or the line's end. */
const ADDRESSED = new RegExp(
  `^\\s*\\p{L}+(?: \\p{Ll}+)?,? ${TITLE}(${NAME}(?: ${NAME})?)(?=\\s*(?:[,!.:;–—-]|\\n|$))`,
  'u',
);
/** A last line of one to three names, after a short line that ends in a comma. */
const SIGNED = new RegExp(
  `(?:^|\\n)[^\\n]{2,40},[ ]*\\n+[ ]*((?:\\p{Lu}\\. ?){0,2}${NAME}(?: \\p{Lu}\\.?)?(?: ${NAME}){0,2})\\.?(?=\\s*$|\\n)`,
  'u',
);

/** The names that a message itself tells: whom it addresses and who signed. */
export function namesIn(text: string): { addressed?: string; signed?: string } {
  const addressed = ADDRESSED.exec(text)?.[1];
  const signed = SIGNED.exec(text)?.[1];
  return {
    ...(addressed && isName(addressed) && { addressed }),
    ...(signed && isName(signed) && { signed }),
  };
}

function isName(text: string): boolean {
  return text.split(' ').every((word) => !NO_NAMES.has(word.toLowerCase()));
}

/** Each name as a whole, its first and its last word alone; in any case, but for names that are words. */
export function replaceNames(text: string, known: readonly Known[]): string {
  let replaced = text;
  for (const { name, by } of known) {
    for (const form of formsOf(name)) replaced = replaceOne(replaced, form, by);
  }
  return replaced;
}

function formsOf(name: string): string[] {
  const whole = name.replace(/\s+/g, ' ').trim();
  if (!whole || /[@\d]/.test(whole)) return [];
  const words = whole
    .replace(/,/g, '')
    .split(' ')
    .filter((word) => /^\p{L}[\p{L}'’-]+$/u.test(word));
  return [...new Set([whole, words[0] ?? '', words.at(-1) ?? ''])].filter((form) => form.length > 1);
}

function replaceOne(text: string, form: string, by: string): string {
  const word = WORDS_TOO.has(form.toLowerCase());
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, word ? 'gu' : 'giu');
  return text.replace(whole, (found, at: number) => {
    if (
      word &&
      /(^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, at - 3), at)) &&
      /^\s\p{Ll}/u.test(text.slice(at + found.length))
    ) {
      return found;
    }
    return found === found.toLowerCase() ? by.toLowerCase() : by;
  });
}
