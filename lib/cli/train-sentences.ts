/** `npm run -s train-sentences`: learns sentence-weights.json from labelled exchanges and the banks' examples. See train/run.ts. */
import { PHRASE_DETECTORS } from '../engine/detectors';
import type { LinearWeights } from '../engine/judge/linear';
import { CLEAR } from '../engine/judge/sentence';
import { compileBuiltIn } from '../phrasebank/built-in';
import { run } from './train/run';
import { bankExamples, sentencesOf } from './train/sentences';

/** Capitals and piled-up marks are no matter of words. */
const TARGETS = PHRASE_DETECTORS.map(({ principle }) => principle).filter((principle) => principle !== 'shouting');

/** Looking a word class up costs time in every sentence: those that weigh least are left out. */
const CLASSES = 80;

function worth({ features }: LinearWeights): (id: string) => boolean {
  const weightOf = (id: string) =>
    (features[id] ?? []).reduce((sum, value, at) => sum + (at % 2 === 1 ? Math.abs(value) : 0), 0);
  const classes = Object.keys(features).filter((id) => id.startsWith('class:'));
  const kept = new Set(classes.sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1)).slice(0, CLASSES));
  return (id) => !id.startsWith('class:') || kept.has(id);
}

const banks = compileBuiltIn({ sentences: null, drafts: null });

run(
  {
    name: 'train-sentences',
    targets: TARGETS,
    settings: { seen: 3, rounds: 6, pace: 0.2, sparse: 1.5, small: 1, least: 15 },
    clear: CLEAR,
    read: (file) => sentencesOf(file, banks, TARGETS),
    more: () => bankExamples(banks, TARGETS),
    worth,
    file: new URL('../../phrasebanks/en/sentence-weights.json', import.meta.url),
  },
  process.argv.slice(2),
);
