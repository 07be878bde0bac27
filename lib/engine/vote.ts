/**
 * A judgement by many small signs, where no single one decides: each has a weight, and from 0 on the sum says yes. The
 * weights in votes.json are learned from labelled exchanges (lib/cli/train-votes.ts), so they are data, not opinion.
 */
import ballots from './votes.json';

/** What speaks for or against, by name: 0 is absent, 1 is fully there. */
export type Signs = Readonly<Record<string, number>>;

export interface Ballot {
  bias: number;
  /** Below 0: from here on the vote is close enough for a hint. */
  hint: number;
  weights: Readonly<Record<string, number>>;
}

export interface Verdict {
  sum: number;
  /** null: no. A hint is a close vote. */
  says: 'yes' | 'hint' | null;
  /** The signs that weighed most for a yes: 'no word in common (+1.2)'. */
  why: string[];
}

export type BallotId = keyof typeof ballots;

const NAMED = 3;

export function vote(id: BallotId, signs: Signs, ballot: Ballot = ballots[id]): Verdict {
  const weighed = Object.entries(signs).map(([name, value]): [string, number] => [
    name,
    value * (ballot.weights[name] ?? 0),
  ]);
  const sum = weighed.reduce((total, [, weight]) => total + weight, ballot.bias);
  const why = weighed
    .filter(([, weight]) => weight > 0.05)
    .sort((a, b) => b[1] - a[1])
    .slice(0, NAMED)
    .map(([name, weight]) => `${name.replaceAll('-', ' ')} (+${weight.toFixed(1)})`);
  return { sum, says: sum >= 0 ? 'yes' : sum >= ballot.hint ? 'hint' : null, why };
}
