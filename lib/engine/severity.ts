import type { PhraseHit } from './detectors/detector';
import type { Severity } from './types';

/** How loud a phrase is: its bank's word, unless a test or the second reader said otherwise. */
export function severityOf({ severity, rule }: PhraseHit): Severity {
  return severity ?? rule.entry.severity;
}
