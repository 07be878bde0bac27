import type { DraftFacts } from '../detectors/detector';

/** How this agent writes, so that a rewrite sounds like them. */
export interface Voice {
  person: 'I' | 'we';
  contractions: boolean;
  /** Chat in lower case: rewrites begin small too. */
  lowerCase: boolean;
  spelling: 'british' | 'american' | null;
}

export function voiceOf({ document }: DraftFacts): Voice {
  const text = document.text;
  const ours = (text.match(/\b(?:we|our|us)\b/gi) ?? []).length;
  const mine = (text.match(/\b(?:I|my|me)\b/g) ?? []).length;
  return {
    person: mine >= ours && mine > 0 ? 'I' : 'we',
    contractions: /\w['’](?:s|re|ll|ve|d|m|t)\b/.test(text),
    lowerCase: /[a-z]/.test(text) && !/(?:^|[.!?]\s+)[A-Z]/.test(text),
    spelling: null,
  };
}
