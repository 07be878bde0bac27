/** Which rules a lead should look at. */
import { ENOUGH, type Estimate } from './estimate';

export const THRESHOLD = 0.8;

/** Of one or two judgements not even an interval says anything: whoever chose them may have chosen the odd ones. */
const LEAST = 5;

/**
 * 'below': even the best that the interval allows is under the threshold, of at least five judgements. 'likely': the share is under it, of ENOUGH
 * judgements, and it may still be chance. 'few': too few judgements to say. 'fine' else.
 */
export type Doubt = 'below' | 'likely' | 'few' | 'fine';

export function doubtOf(precision: Estimate | null, threshold: number): Doubt {
  if (!precision || precision.n < LEAST) return 'few';
  if (precision.high < threshold) return 'below';
  if (precision.n < ENOUGH) return 'few';
  return precision.value < threshold ? 'likely' : 'fine';
}
