/** Labelled exchanges as drafts to learn from. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { coach } from '../../engine/coach';
import { candidatesInDraft } from '../../engine/findings';
import { draftCompany, draftFeatures, draftStanding } from '../../engine/judge/draft';
import { sourceOf } from '../../engine/review-source';
import type { CompiledBanks } from '../../phrasebank/compile';
import type { Labelled } from '../score';
import { isKnownToRules } from './known';
import type { Judgement } from './lines';

const KNOWN_TO_RULES = 0.7;

export function draftsOf(file: string, banks: CompiledBanks, targets: readonly string[]): Judgement[] {
  const name = basename(file);
  const weight = isKnownToRules(file) ? KNOWN_TO_RULES : 1;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((json) => JSON.parse(json) as Labelled)
    .map(({ id, draft, customer, channel, earlier, whole }) => {
      const { facts } = sourceOf(coach(draft, { customer, channel, earlier }, banks));
      const found = candidatesInDraft(facts);
      return {
        file: name,
        id,
        text: draft.replaceAll('\n', ' '),
        features: draftFeatures(found, facts, targets),
        standings: targets.map((principle) => draftStanding(principle, found)),
        company: draftCompany(facts),
        labels: targets.map((principle) => (whole.includes(principle) ? 1 : 0)),
        weight,
      };
    });
}
