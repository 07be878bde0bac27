/** `npm run -s train-drafts`: learns draft-weights.json from labelled exchanges. See train/run.ts. Sentences are learnt first. */
import { DRAFT_DETECTORS } from '../engine/detectors';
import { compileBuiltIn } from '../phrasebank/built-in';
import { draftsOf } from './train/drafts';
import { run } from './train/run';

const TARGETS = DRAFT_DETECTORS.map(({ principle }) => principle);

const { judges } = compileBuiltIn();
const banks = compileBuiltIn({ ...judges, drafts: null });

run(
  {
    name: 'train-drafts',
    targets: TARGETS,
    settings: { seen: 4, rounds: 10, pace: 0.2, sparse: 2, small: 1, least: 8 },
    clear: Number.POSITIVE_INFINITY,
    // A finding about the whole reply without a detector's reason has to be sure of itself
    leastAlone: 0,
    read: (file) => draftsOf(file, banks, TARGETS),
    file: new URL('../../phrasebanks/en/draft-weights.json', import.meta.url),
  },
  process.argv.slice(2),
);
