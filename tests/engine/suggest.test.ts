import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coach } from '../../lib/engine/coach';
import { readDocument } from '../../lib/engine/document';
import { findGaps } from '../../lib/engine/gaps';
import { lostFacts } from '../../lib/engine/rewrite/facts';
import { applyEdit } from '../../lib/engine/rewrite/splice';
import { suggest } from '../../lib/engine/suggest';
import type { Conversation, Edit, Review } from '../../lib/engine/types';
import { builtInBanks } from '../../lib/phrasebank/built-in';

interface Row {
  id: string;
  channel?: Conversation['channel'];
  customer?: string | null;
  draft: string;
}

const rows = readFileSync(new URL('../corpus/authored.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const banks = builtInBanks();
const conversationOf = ({ customer, channel }: Row): Conversation => ({ customer: customer ?? undefined, channel });
const count = (review: Review, rule: string) => review.findings.filter((finding) => finding.rule === rule).length;

describe('a suggestion', () => {
  it('takes its finding out, keeps the facts, and differs from the draft, for every finding', {
    timeout: 240_000,
  }, () => {
    const faults: string[] = [];
    for (const row of rows) {
      const conversation = conversationOf(row);
      const review = coach(row.draft, conversation, banks);
      for (const { id, rule, principle } of review.findings) {
        const edits = suggest(review, id);
        if (edits.length === 0) faults.push(`${row.id} ${rule}: nothing`);
        for (const edit of edits) {
          const applied = applyEdit(row.draft, edit);
          const said = `${row.id} ${rule}: ${applied}`;
          if (applied === row.draft) faults.push(`${said} (unchanged)`);
          if (count(coach(applied, conversation, banks), rule) >= count(review, rule))
            faults.push(`${said} (still there)`);
          // '100%' of a promise, 'Dear Valued Guest' and 'tier 2' are no facts of the case
          const exempt = ['overpromise', 'hedging', 'canned', 'jargon'].includes(principle);
          const lost = exempt ? [] : lostFacts(row.draft.slice(edit.start, edit.end), applied);
          if (lost.length > 0) faults.push(`${said} (loses ${lost})`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('taken one after another brings a draft to rest, and says nothing twice', { timeout: 240_000 }, () => {
    const restless: string[] = [];
    const repeated: string[] = [];
    const sentences = (text: string) =>
      readDocument(text)
        .sentences.map(({ reading }) => reading.text)
        .filter((sentence) => sentence.split(' ').length > 3);
    const twice = (text: string) => sentences(text).length - new Set(sentences(text)).size;
    for (const row of rows) {
      const conversation = conversationOf(row);
      let draft = row.draft;
      let rounds = 0;
      for (let review = coach(draft, conversation, banks); review.findings.length > 0; ) {
        const [first] = suggest(review, review.findings[0]?.id ?? '');
        if (!first || rounds === 20) {
          restless.push(`${row.id}: ${draft}`);
          break;
        }
        draft = applyEdit(draft, first);
        rounds += 1;
        review = coach(draft, conversation, banks);
      }
      if (twice(draft) > twice(row.draft)) repeated.push(`${row.id}: ${draft}`);
    }
    expect(restless).toEqual([]);
    expect(repeated).toEqual([]);
  });

  it('says nothing that another rewrite has said already', () => {
    const customer =
      "I'm in Lisbon with two kids and my card has just been refused at the pharmacy. I'm honestly panicking.";
    const rest = "Obviously it's only a security block, our system does that sometimes.";
    const offered = (draft: string) => {
      const review = coach(draft, { customer }, banks);
      const id = review.findings.find(({ principle }) => principle === 'dismissive')?.id ?? '';
      return suggest(review, id).map(({ text }) => text.trim());
    };
    const [sorry = ''] = offered(rest);
    expect(sorry).toMatch(/^We're sorry/);
    expect(offered(`${sorry} ${rest}`).filter((text) => text.includes(sorry))).toEqual([]);
  });

  it('names its gaps where they stand in its own text', () => {
    const review = coach('We will send you the refund soon.', {}, banks);
    const finding = review.findings.find(({ principle }) => principle === 'vague-time');
    const [first] = suggest(review, finding?.id ?? '');
    const { text, gaps } = first as Edit;
    expect(gaps).toEqual(findGaps(text).map(({ start, end }) => ({ start, end })));
    expect(gaps?.map(({ start, end }) => text.slice(start, end))).toEqual(['[day, time]']);
  });

  it('is made once for a review', () => {
    const review = coach('We will send you the refund soon.', {}, banks);
    const id = review.findings[0]?.id ?? '';
    expect(suggest(review, id)).toBe(suggest(review, id));
  });

  it.each(['You will have to ', 'You ought to ', 'You’re obliged to '])(
    'bears that “%s” is still being typed',
    (draft) => {
      const review = coach(`I looked it up for you. ${draft}`, {}, banks);
      const order = review.findings.find(({ principle }) => principle === 'directive');
      expect(suggest(review, order?.id ?? 'none').every(({ text }) => typeof text === 'string')).toBe(true);
    },
  );

  it('needs a finding of the review', () => {
    const review = coach('Fine.', {}, banks);
    expect(() => suggest(review, 'blame/none@0')).toThrowError('This review has no finding "blame/none@0".');
    expect(() => suggest({ ...review }, 'x')).toThrowError('Suggestions need the review object');
  });
});

describe('a first suggestion', () => {
  const first = (draft: string, rule: string, conversation: Conversation = {}) => {
    const review = coach(draft, conversation, banks);
    const finding = review.findings.find((one) => one.rule.startsWith(rule));
    const [edit] = finding ? suggest(review, finding.id) : [];
    return edit && applyEdit(draft, edit);
  };

  it('leaves no sentence that says nothing', () => {
    const draft =
      "The new line is in. You'll see, there won't be one second of downtime from now on. Shall I switch it?";
    expect(first(draft, 'overpromise')).toBeDefined();
    expect(first(draft, 'overpromise')).not.toContain("You'll see.");
  });

  it('takes no verb away from what it rules', () => {
    const draft = 'Access to the cab by visitors is prohibited under company regulations.';
    expect(first(draft, 'policy-shield')).toBe(
      'Access to the cab by visitors is prohibited under company regulations, because [reason].',
    );
  });

  it('asks for what the order asked for, however the order is built', () => {
    const leave = 'It is imperative that you leave it alone until our courier comes on Friday.';
    expect(first(leave, 'directive')).toBe('Please leave it alone until our courier comes on Friday.');
    const cancel = 'The charge is from abroad. In future, see to it that you cancel 72 hours ahead.';
    expect(first(cancel, 'directive')).toBe('The charge is from abroad. In future, please cancel 72 hours ahead.');
  });

  it('says nothing back of which it does not know what it was', () => {
    const said = first('Hi Marcus! The rider was doing laps.', 'missing-empathy', {
      customer: '2 hrs late, stone cold, and my kids went to bed with toast. Never again.',
      channel: 'social',
    });
    expect(said).toBeDefined();
    expect(said).not.toMatch(/hours (?:is|are) late/);
  });

  it('answers abuse with a limit and not in kind, nor with a regret', () => {
    const draft = "Watch your mouth or I'm ending this chat. It's at the Croydon depot till Friday 6pm.";
    const customer = 'lying scumbags the lot of you, a waste of oxygen. where is my bloody parcel';
    const said = first(draft, 'dismissive', { customer, channel: 'chat' });
    expect(said).toMatch(/respectful.* It's at the Croydon depot till Friday 6pm\.$/);
  });

  it('opens a question about one cause, and leaves a choice as it is', () => {
    const customer = 'The app is broken since Tuesday and I tried to log in three times with the new password.';
    expect(first('Hi Ann, is it an error or something?', 'closed-question', { customer })).toMatch(
      /is it an error, or is it something else\?$/,
    );
    const choice = first('Hi Ann, is the picture blurry or is there no picture?', 'closed-question', { customer });
    expect(choice ?? 'is there no picture?').toMatch(/is there no picture\?$/);
  });

  it('leaves the first sentence, where the next one speaks of it', () => {
    const draft = 'You ran a macro in ranked, so clearly the ban is for something. It stays until 4 May.';
    const [all] = [first(draft, 'blame')];
    expect(all).toBeDefined();
    expect(all).not.toMatch(/^It stays/);
  });
});

it('answers the question that is open, where a sentence asks twice', () => {
  const customer = "I'm panicking. Why is it blocked and how do I get it working?";
  const draft = 'Hi Hannah. It is blocked because the bank saw a payment from abroad.';
  const review = coach(draft, { customer, channel: 'chat' }, banks);
  const open = review.questions.filter(({ answered }) => !answered);
  expect(open.map(({ span }) => customer.slice(span.start, span.end))).toEqual(['how do I get it working?']);
  const finding = review.findings.find(({ principle }) => principle === 'unanswered-question');
  expect(suggest(review, finding?.id ?? '')[0]?.text).toContain('how you get it working');
});
