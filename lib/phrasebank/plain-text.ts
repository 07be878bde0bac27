/** What no text of a team's layer may have in it. No grammar here: pages ask this while a text is typed. */

/** 'a < b' is none. */
export const hasHtml = (said: string): boolean => /<[a-z!/?]/i.test(said);

/** A link that does not begin with https://. */
export const hasOtherLink = (said: string): boolean => OTHER_LINK.test(said);

/** What of it is found first. */
export function plainFault(said: string): 'html' | 'link' | null {
  if (hasHtml(said)) return 'html';
  return hasOtherLink(said) ? 'link' : null;
}

const OTHER_LINK = /\b(?!https:)[a-z][a-z0-9+.-]*:\/\/|\b(?:javascript|vbscript|data|blob|file|mailto|tel):(?=\S)/i;
