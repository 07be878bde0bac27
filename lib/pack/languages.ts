/**
 * The languages of drafts that the coach reads: those with a folder of banks in phrasebanks/. What is made for another one,
 * a pack or a bank, is kept and stays quiet. A second language brings its banks, a reader beside lib/engine/wink.ts, and
 * the classes of words by which lib/engine/language.ts knows its drafts.
 */
export const COACHED: readonly string[] = ['en'];

/** `language` in BCP 47, 'und' where a draft is in none that is known. */
export const isCoached = (language: string): boolean => COACHED.includes(language.split('-')[0]?.toLowerCase() ?? '');
