/**
 * What other checkers put into an editor: elements of their own, by the prefix of their names. Attributes say nothing:
 * they set theirs on the agent's own paragraphs.
 */
const NAMES = /^(grammarly|gr|lt|languagetool|harper|reframe)-/;

export function isOfAChecker(element: Element): boolean {
  return NAMES.test(element.localName);
}
