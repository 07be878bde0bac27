import type { DraftContext, StrengthHit } from './detectors/detector';
import type { StrengthId } from './types';

/** Section C: what the draft does well, each once, where it stands first. */
export function findStrengths({ document, banks }: DraftContext): StrengthHit[] {
  const found = new Map<StrengthId, StrengthHit>();
  for (const { reading, start, index } of document.sentences) {
    for (const { rule, from, to } of banks.matches(reading, 'strengths')) {
      const id = rule.entry.id as StrengthId;
      const span = {
        start: start + (reading.tokens[from]?.start ?? 0),
        end: start + (reading.tokens[to - 1]?.end ?? 0),
      };
      if (!found.has(id)) found.set(id, { id, span, sentence: index });
    }
  }
  return [...found.values()];
}
