/**
 * One sentence on the draft, from what weighs most. It speaks of the text, never of the person, and says what to do.
 */
import scorecard from '../../phrasebanks/en/scorecard.json';
import type { CriterionId, Finding, PrincipleId, Review } from '../engine/types';
import type { Reach, Surface } from '../messages';
import { isCoached } from '../pack/languages';
import type { Settings } from '../store/settings';
import { keyPart } from '../ui/principles';
import { plural, t } from '../ui/text';

export interface Headline {
  title: string;
  advice: string;
  /** Nothing is left to mend. */
  ready: boolean;
  /** Whether the score means something here. */
  scored: boolean;
  /** Whether the shape of a reply does: before the first word it shows the way. */
  shaped: boolean;
}

interface Given {
  review: Review;
  draft: string;
  kind: Surface['kind'];
  /** How notes are read; default 'respect'. */
  notes?: Settings['notes'];
  /** Of a long draft, what was read of it. */
  reach?: Reach | undefined;
  /** What is shown: neither left nor quietened, most important first. */
  visible: Finding[];
  /** As in the middle of a sentence: 'Priya', 'the customer'. */
  name: string;
}

type Plain = 'headline_note' | 'headline_language' | `headline_${Reach}`;

/** A loss below this (share of a criterion times its weight) is not worth a headline. */
const WORTH_SAYING = 0.3;
const GOOD = 0.7;

export function headline({ review, draft, kind, notes, reach, visible, name }: Given): Headline {
  if (kind === 'note') return plain('headline_note', notes === 'off' ? 'headline_note_off' : 'headline_note_text');
  if (!draft.trim()) {
    const start = review.mood.id === 'calm' ? t('headline_empty_calm', name) : t('headline_empty_text', name);
    return { title: t('headline_empty'), advice: start, ready: false, scored: false, shaped: true };
  }
  if (!isCoached(review.language)) return plain('headline_language', 'headline_language_text');

  if (reach) return plain(`headline_${reach}`, `headline_${reach}_text`);

  const toMend = visible.filter((finding) => finding.severity !== 'low');
  if (toMend.length === 0) {
    const gaps = review.gaps.length;
    return gaps
      ? {
          title: plural('headline_ready_gaps', gaps),
          advice: t('headline_ready_gaps_text'),
          ready: false,
          scored: true,
          shaped: true,
        }
      : { title: t('headline_ready'), advice: t('headline_ready_text'), ready: true, scored: true, shaped: true };
  }
  return { title: title(review), advice: advice(toMend, name), ready: false, scored: true, shaped: true };
}

function plain(title: Plain, text: `${Plain}_text` | 'headline_note_off'): Headline {
  return { title: t(title), advice: t(text), ready: false, scored: false, shaped: false };
}

function title(review: Review): string {
  const criteria = review.scorecard.criteria;
  let weakest: CriterionId | null = null;
  let most = WORTH_SAYING;
  for (const [id, value] of Object.entries(criteria) as [CriterionId, number | null][]) {
    const loss = value === null ? 0 : (1 - value) * scorecard.weights[id];
    if (loss > most) {
      most = loss;
      weakest = id;
    }
  }
  if (!weakest) return t('headline_nearly');
  const good = (...ids: CriterionId[]) => {
    const values = ids.filter((id) => id !== weakest).flatMap((id) => criteria[id] ?? []);
    return values.length > 0 && values.every((value) => value >= GOOD);
  };
  switch (weakest) {
    case 'empathy':
    case 'tone':
    case 'greeting':
    case 'closing':
      return good('solution', 'next-step', 'plain-words', 'comprehension')
        ? t(`headline_${weakest}_clear`)
        : t(`headline_${weakest}`);
    default: {
      const key = keyPart(weakest);
      return good('empathy', 'tone', 'greeting') ? t(`headline_${key}_warm`) : t(`headline_${key}`);
    }
  }
}

/** What the two most important findings of different kinds ask for. */
function advice(findings: Finding[], name: string): string {
  const principles = [...new Set(findings.map((finding) => finding.principle))].slice(0, 2);
  const [first, second] = principles.map((principle) => clause(principle, name));
  const start = first ? first.charAt(0).toLocaleUpperCase() + first.slice(1) : '';
  return second ? t('advice_two', start, second) : t('advice_one', start);
}

function clause(principle: PrincipleId, name: string): string {
  return t(`advice_${keyPart(principle)}`, name);
}
