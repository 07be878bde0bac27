/** The same words, whatever an editor made of blanks, line ends and zero-width fillers. */
export function sameWords(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other);
}

export function plainWords(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
