import { describe, expect, it, vi } from 'vitest';
import { createRelay } from '../../lib/background/relay';
import type { BackgroundToPage } from '../../lib/messages';
import { fakeEngine, fakePage, fakePanel, reviewOf, snapshot } from './fakes';

function setUp() {
  const engine = fakeEngine();
  const options = vi.fn(() => ({ maxUnderlines: 5 }));
  const relay = createRelay({ engine, options, explain: (error) => `Sorry: ${(error as Error).message}` });
  return { engine, options, relay };
}

const ask = (seq: number, draft: string) => ({
  type: 'review' as const,
  seq,
  draft,
  conversation: {},
  host: 'zendesk',
});
const seqs = (heard: BackgroundToPage[]) => heard.map((message) => ('seq' in message ? message.seq : null));

describe('reviews', () => {
  it('answers a draft with its review', async () => {
    const { relay } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'soon'));
    await relay.idle();
    expect(page.heard).toEqual([{ type: 'reviewed', seq: 1, review: reviewOf('soon') }]);
  });

  it('reads only the newest of several drafts that are waiting', async () => {
    const { relay, engine } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    for (const [index, draft] of ['s', 'so', 'soo', 'soon'].entries()) page.say(ask(index + 1, draft));
    await relay.idle();
    expect(engine.did).toEqual(['review soon']);
    expect(seqs(page.heard)).toEqual([4]);
  });

  it('reads the draft that came last first, of several pages', async () => {
    const { relay, engine } = setUp();
    const [one, two] = [fakePage(), fakePage()];
    relay.addPage(one, 1);
    relay.addPage(two, 2);
    one.say(ask(1, 'one'));
    two.say(ask(1, 'two'));
    await relay.idle();
    expect(engine.did).toEqual(['review two', 'review one']);
  });

  it('says so when the engine fails, and reads the next draft', async () => {
    const { relay } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'break'));
    await relay.idle();
    page.say(ask(2, 'fine'));
    await relay.idle();
    expect(page.heard[0]).toEqual({ type: 'failed', seq: 1, message: 'Sorry: no model' });
    expect(page.heard[1]).toMatchObject({ type: 'reviewed', seq: 2 });
  });

  it('reads every draft again when the settings change', async () => {
    const { relay, options } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    relay.addPage(fakePage(), 1);
    page.say(ask(7, 'soon'));
    await relay.idle();
    relay.reviewAgain();
    await relay.idle();
    expect(seqs(page.heard)).toEqual([7, 7]);
    expect(options).toHaveBeenCalledTimes(2);
  });

  it('reads a draft with the settings, in the helpdesk that it stands in', async () => {
    const { relay, engine } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'soon'));
    await relay.idle();
    expect(engine.asked).toEqual([{ maxUnderlines: 5, host: 'zendesk' }]);
  });

  it('forgets a page that is gone', async () => {
    const { relay, engine } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'soon'));
    page.close();
    await relay.idle();
    expect(engine.did).toEqual([]);
  });
});

describe('suggestions', () => {
  it('come one by one, in the order they were asked for', async () => {
    const { relay } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'soon maybe'));
    await relay.idle();
    page.say({ type: 'suggest', seq: 1, findings: ['maybe', 'soon'] });
    await relay.idle();
    expect(page.heard.slice(1)).toEqual([
      { type: 'suggested', seq: 1, suggestions: { maybe: [{ start: 0, end: 5, text: 'MAYBE' }] } },
      { type: 'suggested', seq: 1, suggestions: { soon: [{ start: 0, end: 4, text: 'SOON' }] } },
    ]);
  });

  it('let a new draft pass, and are dropped with the old one', async () => {
    const { relay, engine } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'a b c'));
    await relay.idle();
    page.say({ type: 'suggest', seq: 1, findings: ['a', 'b', 'c'] });
    page.say(ask(2, 'd'));
    await relay.idle();
    expect(engine.did).toEqual(['review a b c', 'review d']);
    expect(seqs(page.heard)).toEqual([1, 2]);
  });

  it('are not made for a finding that the newest review does not have', async () => {
    const { relay, engine } = setUp();
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'a'));
    await relay.idle();
    page.say({ type: 'suggest', seq: 1, findings: ['gone', 'a'] });
    await relay.idle();
    expect(engine.did).toEqual(['review a', 'suggest a']);
  });

  it('wait behind the review of another page', async () => {
    const { relay, engine } = setUp();
    const [one, two] = [fakePage(), fakePage()];
    relay.addPage(one, 1);
    relay.addPage(two, 2);
    one.say(ask(1, 'a b'));
    await relay.idle();
    one.say({ type: 'suggest', seq: 1, findings: ['a', 'b'] });
    two.say(ask(1, 'x'));
    await relay.idle();
    expect(engine.did).toEqual(['review a b', 'review x', 'suggest a', 'suggest b']);
  });

  it('are none where the engine fails for one, and the others still come', async () => {
    const { relay } = setUp();
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const page = fakePage();
    relay.addPage(page, 1);
    page.say(ask(1, 'broken b'));
    await relay.idle();
    page.say({ type: 'suggest', seq: 1, findings: ['broken', 'b'] });
    await relay.idle();
    expect(page.heard.slice(1)).toMatchObject([
      { suggestions: { broken: [] } },
      { suggestions: { b: [{ text: 'B' }] } },
    ]);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe('the sidebar', () => {
  it('hears at once what a tab shows, and nothing of other tabs', () => {
    const { relay } = setUp();
    const [page, other, panel] = [fakePage(), fakePage(), fakePanel()];
    relay.addPage(page, 1);
    relay.addPage(other, 2);
    page.say({ type: 'snapshot', snapshot: snapshot({ draft: 'one' }) });
    relay.addPanel(panel);
    panel.say({ type: 'watch', tab: 1 });
    other.say({ type: 'snapshot', snapshot: snapshot({ draft: 'two' }) });
    expect(panel.heard).toEqual([{ type: 'snapshot', tab: 1, snapshot: snapshot({ draft: 'one' }) }]);
    panel.say({ type: 'watch', tab: 2 });
    expect(panel.heard[1]).toMatchObject({ tab: 2, snapshot: { draft: 'two' } });
  });

  it('hears that no coach runs in a tab, and when the page has gone', () => {
    const { relay } = setUp();
    const [page, panel] = [fakePage(), fakePanel()];
    relay.addPanel(panel);
    panel.say({ type: 'watch', tab: 1 });
    relay.addPage(page, 1);
    page.say({ type: 'snapshot', snapshot: snapshot() });
    page.close();
    expect(panel.heard.map((message) => message.type === 'snapshot' && message.snapshot !== null)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("sends its commands to the reply box that was last used, not to a frame that only has none's news", () => {
    const { relay } = setUp();
    const [frame, editor, panel] = [fakePage(), fakePage(), fakePanel()];
    relay.addPage(editor, 1);
    relay.addPage(frame, 1);
    relay.addPanel(panel);
    panel.say({ type: 'watch', tab: 1 });
    editor.say({ type: 'snapshot', snapshot: snapshot({ draft: 'x' }) });
    frame.say({ type: 'snapshot', snapshot: snapshot({ status: 'no-box', surface: null }) });
    frame.say({ type: 'snapshot', snapshot: snapshot({ status: 'lost', surface: null }) });
    panel.say({ type: 'command', command: { name: 'use' } });
    expect(editor.heard).toEqual([{ type: 'command', command: { name: 'use' } }]);
    expect(frame.heard).toEqual([]);
    expect(panel.heard.at(-1)).toMatchObject({ snapshot: { draft: 'x' } });
  });

  it('follows the agent from one frame to another, and is not called back by a late answer', () => {
    const { relay } = setUp();
    const [first, second, panel] = [fakePage(), fakePage(), fakePanel()];
    relay.addPage(first, 1);
    relay.addPage(second, 1);
    relay.addPanel(panel);
    panel.say({ type: 'watch', tab: 1 });
    const shown = () => panel.heard.map((message) => message.type === 'snapshot' && message.snapshot?.draft).at(-1);

    first.say({ type: 'snapshot', snapshot: snapshot({ draft: 'first', status: 'reading' }) });
    second.say({ type: 'snapshot', snapshot: snapshot({ draft: 'second' }) });
    expect(shown()).toBe('second');
    first.say({ type: 'snapshot', snapshot: snapshot({ draft: 'first', review: reviewOf('first') }) });
    expect(shown()).toBe('second');
    first.say({ type: 'snapshot', snapshot: snapshot({ draft: 'first!', review: reviewOf('first') }) });
    expect(shown()).toBe('first!');
    first.close();
    expect(shown()).toBe('second');
  });

  it('is told why a principle matters, and which rules there are', () => {
    const { relay } = setUp();
    const panel = fakePanel();
    relay.addPanel(panel);
    panel.say({ type: 'why', principle: 'blame' });
    panel.say({ type: 'why', principle: 'boundary' });
    panel.say({ type: 'rules' });
    expect(panel.heard).toMatchObject([
      { type: 'why', principle: 'blame', why: { short: 's' } },
      { type: 'why', principle: 'boundary', why: null },
      { type: 'rules', principles: [{ principle: 'blame' }] },
    ]);
  });

  it('answers a shortcut for a tab without a coach with false', () => {
    const { relay } = setUp();
    expect(relay.command(9, { name: 'next' })).toBe(false);
  });
});
