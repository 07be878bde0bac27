/**
 * What a coach before this one drew and could not take away: Firefox ends the script of an extension that is updated
 * without a word to it.
 */
import { isDocument, type Scope } from '../dom';
import { LOOKS, nameOf } from './underlines';

export function clearLeftovers(scope: Scope): void {
  const sheets = [...scope.adoptedStyleSheets];
  const kept = sheets.filter(({ cssRules }) => !cssRules[0]?.cssText.includes('(reframe-'));
  if (kept.length < sheets.length) scope.adoptedStyleSheets = kept;
  if (!isDocument(scope)) return;
  for (const name of ['coach', 'overlay', 'send-notice']) scope.querySelector(`reframe-${name}`)?.remove();
  for (const look of LOOKS) scope.defaultView?.CSS.highlights.delete(nameOf(look));
}
