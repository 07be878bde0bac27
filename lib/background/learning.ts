/**
 * Learns from what the pages say anyway which rules an agent leaves again and again, and which rewrites they take. A
 * phrase counts once in a draft, however often it is left or taken there.
 */
import type { Finding } from '../engine/types';
import type { PageToBackground, Snapshot } from '../messages';
import { afterLeaving, afterTaking, isQuiet } from '../store/quiet';
import type { Settings } from '../store/settings';
import { isClose } from './counting/same-reply';
import { takenIn } from './counting/taken';
import type { PortLike } from './port';

export interface LearningParts {
  change(change: (settings: Settings) => Partial<Settings>): Promise<unknown>;
}

export interface Learning {
  addPage(port: Pick<PortLike<PageToBackground, unknown>, 'onMessage'>): void;
  /** Resolves when all that was learned is stored. */
  idle(): Promise<unknown>;
}

export function createLearning({ change }: LearningParts): Learning {
  // One after the other: of two changes at the same moment the second would undo the first.
  let queue: Promise<unknown> = Promise.resolve();
  const learn = (from: (settings: Settings) => Partial<Settings>) => {
    queue = queue
      .then(() => change(from))
      .catch((error) => console.error('What was left or taken could not be noted.', error));
  };

  const leave = ({ rule, severity }: Finding) =>
    learn((settings) => {
      // What was a hint all along has nowhere to go.
      if (severity === 'low' && !isQuiet(settings, rule)) return {};
      return afterLeaving(settings, rule);
    });

  const takeUp = ({ rule }: Finding) =>
    learn((settings) => (settings.leftCount[rule] ? afterTaking(settings, rule) : {}));

  return {
    addPage(port) {
      // What a page says first is not news: the worker may have slept.
      let before: Snapshot | null = null;
      let counted = new Set<string>();

      const once = (kind: 'left' | 'taken', { rule, span }: Finding, { draft }: Snapshot): boolean => {
        const key = JSON.stringify([kind, rule, span && draft.slice(span.start, span.end).toLowerCase()]);
        const fresh = !counted.has(key);
        counted.add(key);
        return fresh;
      };

      port.onMessage.addListener((message) => {
        if (message.type !== 'snapshot') return;
        const [was, now] = [before, message.snapshot];
        before = now;
        if (!was?.draft.trim() || !now.draft.trim() || !isClose(was.draft, now.draft)) {
          counted = new Set();
          return;
        }
        for (const finding of was.review?.findings ?? []) {
          const left = was.visible.includes(finding.id) && now.left.includes(finding.id);
          if (left && once('left', finding, was)) leave(finding);
        }
        for (const { finding } of takenIn(was, now.draft)) if (once('taken', finding, was)) takeUp(finding);
      });
    },
    idle: () => queue,
  };
}
