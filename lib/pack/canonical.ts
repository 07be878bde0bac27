/** A pack as one text that does not depend on the order of its keys: what is signed and what digests are made of. */
import type { Pack } from './pack';

/** JSON with sorted keys and no white space. Without the signature: it is made over this. */
export function canonicalText({ signature: _, ...pack }: Pack): string {
  return canonical(pack);
}

/** Any value that JSON can say, in the same way. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value, (a, b) => (a < b ? -1 : 1))) ?? '';
}

/** The same value with the keys of all its objects in this order. */
export function sorted(value: unknown, order: (a: string, b: string) => number): unknown {
  if (Array.isArray(value)) return value.map((one) => sorted(one, order));
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(pairs.sort(([a], [b]) => order(a, b)).map(([key, one]) => [key, sorted(one, order)]));
}

/** SHA-256 of the canonical text, in hexadecimal. */
export const digestOf = (pack: Pack): Promise<string> => digestOfText(canonicalText(pack));

export async function digestOfText(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How many entries of its own a layer has. */
export function entriesIn({ rules, words, strengths, snippets }: Pack['layer']): number {
  return rules.length + words.avoid.length + words.fine.length + strengths.length + snippets.length;
}
