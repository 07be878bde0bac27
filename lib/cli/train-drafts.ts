/** `npm run -s train-drafts`: learns draft-weights.json from labelled exchanges. See train/run.ts. Sentences are learnt first. */
import { compileBuiltIn } from '../phrasebank/built-in';
import { draftsOf } from './train/drafts';
import { run } from './train/run';

const TARGETS = [
  'missing-empathy',
  'solution-first',
  'not-listening',
  'unanswered-question',
  'refusal-without-option',
  'no-next-step',
  'no-ownership',
  'tone-mismatch',
  'boundary',
  'no-personal-touch',
  'no-follow-up',
];

const { judges } = compileBuiltIn();
const banks = compileBuiltIn({ ...judges, drafts: null });

run(
  {
    name: 'train-drafts',
    targets: TARGETS,
    settings: { seen: 4, rounds: 10, pace: 0.2, sparse: 2, small: 1, least: 8 },
    clear: Number.POSITIVE_INFINITY,
    read: (file) => draftsOf(file, banks, TARGETS),
    file: new URL('../../phrasebanks/en/draft-weights.json', import.meta.url),
  },
  process.argv.slice(2),
);
