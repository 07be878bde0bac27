/** The languages of drafts that the coach reads. Packs in others are kept, and stay quiet. */
const COACHED = ['en'];

export const isCoached = (language: string): boolean => COACHED.includes(language.split('-')[0] ?? '');
