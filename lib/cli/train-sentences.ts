/** `npm run -s train-sentences`: learns sentence-weights.json from labelled exchanges and the banks' examples. See train/run.ts. */
import { CLEAR } from '../engine/judge/sentence';
import { compileBuiltIn } from '../phrasebank/built-in';
import { run } from './train/run';
import { bankExamples, sentencesOf } from './train/sentences';

const TARGETS = [
  'negative-phrasing',
  'directive',
  'jargon',
  'blame',
  'excuse',
  'policy-shield',
  'hollow-empathy',
  'dismissive',
  'vague-time',
  'overpromise',
  'hedging',
  'closed-question',
  'canned',
];

const banks = compileBuiltIn({ sentences: null, drafts: null });

run(
  {
    name: 'train-sentences',
    targets: TARGETS,
    settings: { seen: 3, rounds: 6, pace: 0.2, sparse: 1.5, small: 1, least: 15 },
    clear: CLEAR,
    read: (file) => sentencesOf(file, banks, TARGETS),
    more: () => bankExamples(banks, TARGETS),
    file: new URL('../../phrasebanks/en/sentence-weights.json', import.meta.url),
  },
  process.argv.slice(2),
);
