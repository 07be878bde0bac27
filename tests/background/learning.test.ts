/** Rules that an agent leaves again and again become hints, and come back where they are used. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLearning, type Learning } from '../../lib/background/learning';
import type { Finding } from '../../lib/engine/types';
import type { Snapshot } from '../../lib/messages';
import { QUIET_AFTER, quietRules } from '../../lib/store/quiet';
import { DEFAULTS, type Settings } from '../../lib/store/settings';
import { fakePage, reviewOf, snapshot } from './fakes';

const RULE = 'vague-time/soon';
let settings: Settings;
let page: ReturnType<typeof fakePage>;
let learning: Learning;

function reconnect(): void {
  page = fakePage();
  learning = createLearning({
    change: async (change) => {
      settings = { ...settings, ...change(settings) };
    },
  });
  learning.addPage(page);
}
beforeEach(() => {
  settings = DEFAULTS;
  reconnect();
});

/** What a page says of this draft: each 'soon' is a finding, but for those that were left. */
function read(draft: string, left: string[] = [], severity: Finding['severity'] = 'medium'): Snapshot {
  const findings = [...draft.matchAll(/soon/gi)].map(({ index }, nth): Finding => {
    const id = `${RULE}@${draft.slice(0, index).length}.${nth}`;
    const span = { start: index, end: index + 4 };
    return { id, principle: 'vague-time', rule: RULE, span, severity, message: '', why: [] };
  });
  return snapshot({
    draft,
    review: { ...reviewOf(''), findings },
    visible: findings.map(({ id }) => id).filter((id) => !left.includes(id)),
    left,
    suggestions: Object.fromEntries(
      findings.map(({ id, span }) => [id, [{ ...(span as Finding['span'] & {}), text: 'today' }]]),
    ),
  });
}
const say = async (...snapshots: Snapshot[]) => {
  for (const each of snapshots) page.say({ type: 'snapshot', snapshot: structuredClone(each) });
  await learning.idle();
};
const idOf = (of: Snapshot) => of.review?.findings[0]?.id as string;
const leaveIn = (draft: string, severity?: Finding['severity']) =>
  say(read(draft, [], severity), read(draft, [idOf(read(draft))], severity), snapshot());
const takeIn = (draft: string, severity?: Finding['severity']) =>
  say(read(draft, [], severity), read(draft.replace('soon', 'today'), [], severity), snapshot());
const drafts = ['We will write soon.', 'Back to you soon!', 'Soon it is done.', 'As soon as I can.', 'More soon, Ann.'];
const untilQuiet = async () => {
  for (const draft of drafts) await leaveIn(draft);
};

describe('a rule', () => {
  it('becomes a hint once it was left so often in a row', async () => {
    for (const draft of drafts.slice(1)) await leaveIn(draft);
    expect(quietRules(settings)).toEqual([]);
    await leaveIn('We will write soon.');
    expect(settings.leftCount).toEqual({ [RULE]: QUIET_AFTER });
    expect(quietRules(settings)).toEqual([RULE]);
  });

  it('is counted once for a phrase in a draft, however often it is left there', async () => {
    const [one, two] = [read('We will write soon.'), read('Hi, we will write soon.')];
    await say(one, { ...one, left: [idOf(one)], visible: [] }, two, { ...two, left: [idOf(two)], visible: [] });
    expect(settings.leftCount).toEqual({ [RULE]: 1 });
    await say(snapshot());
    await leaveIn('We will write soon.');
    expect(settings.leftCount).toEqual({ [RULE]: 2 });
  });

  it('is not counted again by a page that says anew what was left, or by another draft that comes on show', async () => {
    const left = read('We will write soon.', [idOf(read('We will write soon.'))]);
    await say(left);
    reconnect();
    await say(left, read('Quite another ticket, and no answer yet.'), left);
    expect(settings.leftCount).toEqual({});
  });

  it('starts over where its rewrite is taken in between', async () => {
    for (const draft of drafts.slice(1)) await leaveIn(draft);
    await takeIn('We will write soon.');
    expect(settings.leftCount).toEqual({});
  });

  it('comes back by two rewrites in a row, and not by one and one', async () => {
    await untilQuiet();
    await takeIn('We will write soon.', 'low');
    expect(quietRules(settings)).toEqual([RULE]);
    await leaveIn('Back to you soon!', 'low');
    await takeIn('Soon it is done, soon.', 'low');
    expect(quietRules(settings)).toEqual([RULE]);
    await takeIn('More soon, Ann.', 'low');
    expect(settings).toMatchObject({ leftCount: {}, takenCount: {} });
  });

  it('that was a hint all along is not counted', async () => {
    await leaveIn('We will write soon.', 'low');
    expect(settings.leftCount).toEqual({});
  });
});
