/** What is unwise about a rule, though nothing would break. */
import type { CoachOptions } from '../../engine/types';
import { builtInBanks } from '../../phrasebank/built-in';
import { fingerprint } from '../../phrasebank/fingerprint';
import { ruleId, type TeamRule } from '../../phrasebank/layer';
import type { DryRun, Warning } from '../types';
import { foundBy } from './found';
import type { Trial } from './layered';
import { besideOthers } from './neighbours';
import { type Rewrites, rewritesOf } from './rewrites';

/** More than this share of the replies is much: agents stop reading what is always there. */
const MUCH = 0.02;

export interface Setting {
  trial: Trial;
  options: CoachOptions;
  rewrites: Rewrites;
}

export function warningsFor(rule: TeamRule, dry: DryRun | null, { trial, options, rewrites }: Setting): Warning[] {
  return [
    ...flagsMuch(dry),
    ...besideOthers(rule, dry, trial, options),
    ...catchesRewrites(rewrites.flaggedBy(trial.now)),
    ...ownRewrite(rule, trial, options),
    ...changedBelow(rule),
    ...missingExamples(rule),
  ];
}

function flagsMuch(dry: DryRun | null): Warning[] {
  return dry?.done && dry.flagged > MUCH * dry.all ? [{ id: 'flags-much', flagged: dry.flagged, all: dry.all }] : [];
}

function catchesRewrites([first, ...more]: ReturnType<Rewrites['flaggedBy']>): Warning[] {
  if (!first) return [];
  const { quote, by } = first;
  return [{ id: 'catches-rewrite', quote, more: more.length, ...(by && { other: by }) }];
}

function ownRewrite(rule: TeamRule, { now }: Trial, options: CoachOptions): Warning[] {
  const quote = rewritesOf(rule).find((draft) => foundBy(now, { draft }, options).length > 0);
  return quote === undefined ? [] : [{ id: 'own-rewrite', quote }];
}

function changedBelow(rule: TeamRule): Warning[] {
  const entry = builtInBanks().ruleIfAny(ruleId(rule))?.entry;
  if (rule.over === undefined || !entry || fingerprint(entry) === rule.over) return [];
  return [{ id: 'replaced-built-in-changed', other: { rule: ruleId(rule), message: entry.message } }];
}

function missingExamples({ examples }: TeamRule): Warning[] {
  const warnings: Warning[] = [];
  if (!examples.some((example) => 'flag' in example)) warnings.push({ id: 'no-flag-example' });
  if (!examples.some((example) => 'allow' in example)) warnings.push({ id: 'no-allow-example' });
  return warnings;
}
