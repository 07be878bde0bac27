import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type EngineSetup, PREFERRED } from '../../../lib/audit/model';
import { reviewRow } from '../../../lib/audit/review-row';
import { engineOf } from '../../../lib/audit/run/banks';
import { coachedScore } from '../../../lib/audit/run/look';
import { builtInEngine } from '../../../lib/background/built-in-engine';
import { nextTask } from '../../../lib/background/work-queue';
import type { OwnWords } from '../../../lib/engine/types';
import { packInfo } from '../../../lib/pack/info';
import { coachOptions, DEFAULTS } from '../../../lib/store/settings';
import { t } from '../../../lib/ui/text';
import { samplePack } from '../../pack/sample-pack';

const words: OwnWords = {
  avoid: [
    { say: 'your reference', instead: 'order $&' },
    { say: 'kindly', instead: '' },
  ],
  fine: ['delay'],
};
const options = coachOptions({ ...DEFAULTS, rulesOff: ['canned/rest-assured'], severity: { jargon: 'low' } });
const setup: EngineSetup = {
  options,
  words,
  texts: { title: t('options_words'), message: t('own_words_message', PREFERRED), none: t('own_words_message_none') },
  version: '0.1.0',
};

const lines = readFileSync('tests/corpus/threads.jsonl', 'utf8').trim().split('\n');
const replies = lines.map((line) => {
  const { id, draft, customer, earlier, customerName, agentName, channel } = JSON.parse(line);
  const conversation = { customer, earlier, customerName, agentName, channel };
  return { id, draft: `${draft} Kindly wait. This is your reference.`, conversation };
});

afterEach(() => void vi.useRealTimers());

describe('a review in bulk', { timeout: 60_000 }, () => {
  it('is the one of the live coach to the letter, own words and settings too', async () => {
    const live = builtInEngine({ words: () => words, pause: nextTask, onLaid() {} });
    const { banks } = await engineOf(setup, null);
    let own = 0;
    for (const [index, reply] of replies.entries()) {
      // Suggestions take their time; those of a few replies show it.
      const suggestions = index % 6 === 0;
      const bulk = reviewRow({ ...reply, options }, banks, { suggestions });
      const review = live.review(reply.draft, reply.conversation, options);
      expect(bulk.score).toBe(review.scorecard.score);
      expect(bulk.mood).toBe(review.mood.id);
      expect(bulk.findings).toEqual(
        review.findings.map((finding) => ({
          principle: finding.principle,
          rule: finding.rule,
          start: finding.span?.start ?? null,
          end: finding.span?.end ?? null,
          quote: finding.span ? reply.draft.slice(finding.span.start, finding.span.end) : null,
          severity: finding.severity,
          message: finding.message,
          ...(suggestions && { suggestions: live.suggest(review, finding.id) }),
        })),
      );
      own += bulk.findings.filter(({ message }) => message === t('own_words_message', 'order $&')).length;
    }
    expect(own).toBeGreaterThan(0);
  });

  it.each([true, false])('is so with a team’s pack over the banks, too; the organisation’s: %s', async (binding) => {
    const { layer } = samplePack();
    const laid = {
      ...layer,
      severity: { canned: 'high' as const },
      weights: { tone: 90 },
      rulesOff: ['blame/you-said'],
    };
    let done = () => {};
    const ready = new Promise<void>((resolve) => {
      done = resolve;
    });
    const live = builtInEngine({ words: () => words, pause: nextTask, onLaid: () => done() });
    live.lay({ layer: laid, binding });
    live.review('Hello.', {}, live.options(options));
    await ready;
    const pack = { ...(await packInfo(samplePack({ layer: laid }), false)), binding };
    const engine = await engineOf({ ...setup, pack }, laid);
    expect(live.options(options)).toEqual(engine.options);
    let ofTeam = 0;
    for (const { draft: written, ...reply } of replies) {
      const draft = `${written} Your widget is in our loyalty tier.`;
      const bulk = reviewRow({ ...reply, draft, options: engine.options }, engine.banks, { suggestions: false });
      const review = live.review(draft, reply.conversation, live.options(options));
      expect(bulk.score).toBe(review.scorecard.score);
      expect(bulk.findings.map(({ rule, severity }) => [rule, severity])).toEqual(
        review.findings.map(({ rule, severity }) => [rule, severity]),
      );
      ofTeam += bulk.findings.filter(({ rule }) => rule === 'jargon/widget').length;
    }
    expect(ofTeam).toBe(replies.length);
  });

  it('does not depend on the day', async () => {
    const { banks } = await engineOf(setup, null);
    vi.useFakeTimers({ toFake: ['Date'] });
    const on = (day: string) => {
      vi.setSystemTime(day);
      return replies.slice(0, 6).map((reply) => reviewRow({ ...reply, options }, banks, { suggestions: true }));
    };
    expect(on('2026-12-31T23:59:00Z')).toEqual(on('2024-02-29T12:00:00Z'));
  });

  it('scores what the first suggestions would have made of a reply', async () => {
    const engine = await engineOf(setup, null);
    const scores = replies.map((reply, seq) => coachedScore({ ...reply, seq }, engine));
    for (const [index, { before }] of scores.entries()) {
      const reply = replies[index] as (typeof replies)[number];
      expect(before).toBe(reviewRow({ ...reply, options }, engine.banks, { suggestions: false }).score);
    }
    const gained = scores.filter(({ before, after }) => after > before).length;
    const lost = scores.filter(({ before, after }) => after < before).length;
    expect(gained).toBeGreaterThan(scores.length / 4);
    expect(lost).toBe(0);
  });
});
