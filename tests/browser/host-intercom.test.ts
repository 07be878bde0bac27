/** Intercom's Inbox: three generations of its thread, and what is not known of it. */
import { describe, expect, it } from 'vitest';
import { type Generation, type IntercomPage, type IntercomPart, intercom, partHtml } from '../hosts/pages/intercom';
import { waitForHighlight, waitForNoHighlight } from './harness';
import { conversationIn, expectGapGuard, flagged, useHost } from './host-helpers';
import { marks } from './page-helpers';

const AT = 'https://app.intercom.com/a/inbox/ws1/inbox/admin/5/conversation/7';
const PRIYA: IntercomPart = { by: 'customer', name: 'Priya Raman', html: '<p>The app shows a blank page.</p>' };
const DANA: IntercomPart = { by: 'agent', name: 'Dana Reyes', html: '<p>Sorry about that, Priya.</p>' };
const WORDS = 'The app shows a blank page.';
const ROUGH = 'You must wait.';
const GENERATIONS: Generation[] = ['stream', 'inbox2', 'inbox-2'];

const host = useHost();
const open = (page: Partial<IntercomPage> = {}) => host.open(AT, intercom({ parts: [PRIYA], ...page }));

describe('Intercom', () => {
  it('says at Send that a gap is open (complaint 15)', async () => {
    await expectGapGuard(await open(), 'button[type="submit"]');
  });

  it.each(GENERATIONS)('reads who said what in the generation “%s” (case 12)', async (generation) => {
    const own = await open({ generation, parts: [DANA, PRIYA, { ...PRIYA, html: '<p>Since Monday.</p>' }] });
    await own.enter();
    await own.page.keyboard.type(ROUGH);
    await waitForHighlight(own.page, 'You must wait');
    expect(await conversationIn(own, ({ draft }) => draft === ROUGH)).toEqual({
      channel: 'chat',
      kind: 'reply',
      customer: `${WORDS}\n\nSince Monday.`,
      customerName: 'Priya',
      earlier: [{ from: 'agent', text: 'Sorry about that, Priya.' }],
      ...(generation === 'inbox-2' ? { agentName: 'Dana' } : {}),
    });
    expect(await own.model()).toBe(ROUGH);
  });

  it.each(GENERATIONS)('takes nobody’s words for the customer’s in “%s” (case 12, case 4)', async (generation) => {
    const html = '<p>I want my money back.</p>';
    const parts: IntercomPart[] = (['note', 'bot', 'system', 'unknown'] as const).map((by) => ({
      by,
      name: 'Sam',
      html,
    }));
    const own = await open({ generation, parts: [PRIYA, ...parts] });
    await own.enter();
    const { customer, earlier } = await conversationIn(own);
    expect(customer).toBe(WORDS);
    expect(earlier).toBeUndefined();
  });

  it('knows nobody where only strangers’ marks stand in a message (case 11, case 12)', async () => {
    const claims = '<span data-testid="admin-avatar-name">Dana</span><i data-part-group-category="3"></i>';
    const own = await open({ generation: 'inbox-2', parts: [{ ...PRIYA, html: `<p>${WORDS}</p>${claims}` }] });
    await own.enter();
    const { customer, agentName } = await conversationIn(own);
    expect(customer).toContain(WORDS);
    expect(agentName).toBeUndefined();
  });

  it.each([
    ['Priya Raman', 'Priya'],
    ['Raman, Priya', 'Priya'],
    ['Blank Page', undefined],
    ['Blank page in the app', undefined],
    ['Refund', undefined],
    ['priya@customer.example', undefined],
  ])('takes the header “%s” for a person only where it is one (case 12)', async (title, name) => {
    const own = await open({ title });
    await own.enter();
    expect((await conversationIn(own)).customerName).toBe(name);
  });

  it.each([
    [undefined, 'unknown'],
    ['reply', 'reply'],
    ['note', 'note'],
  ] as const)('with the tab %s marked the box is a %s (case 2)', async (tabs, kind) => {
    const own = await open({ tabs });
    await own.enter();
    await own.page.keyboard.type(ROUGH);
    const { surface, review } = await own.seen.until(
      'a review',
      ({ status, draft }) => status === 'ready' && draft === ROUGH,
    );
    expect(surface?.kind).toBe(kind);
    expect(review?.findings.some(({ principle }) => principle === 'directive')).toBe(kind !== 'note');
  });

  it.each(['class', 'attribute', 'container'] as const)(
    'finds the composer by its %s (complaint 9)',
    async (composer) => {
      const own = await open({ composer });
      await own.enter();
      await own.page.keyboard.type(ROUGH);
      await waitForHighlight(own.page, 'You must wait');
    },
  );

  it('coaches a composer in an open shadow root, and reads the stream in another (case 12)', async () => {
    const html = intercom({ parts: [PRIYA], shadow: true }).replace(
      '<script src',
      `<script>
        const root = document.querySelector('reply-composer').attachShadow({ mode: 'open' });
        root.append(document.querySelector('#composer').content.cloneNode(true));
        addEventListener('load', () => window.mountEditor(root.querySelector('[data-editor]')));
      </script><script src`,
    );
    const own = await host.open(AT, html);
    await own.page.locator('.embercom-prosemirror-composer-editor').waitFor();
    await own.enter();
    await own.page.keyboard.type(ROUGH);
    await own.seen.until('a review', (each) => each.draft === ROUGH && flagged(each).length > 0);
    const { conversation } = await own.seen.until('the stream', (each) => each.conversation.customer !== undefined);
    expect(conversation).toMatchObject({ customer: WORDS, customerName: 'Priya' });
    await expect.poll(() => marks(own.page)).toEqual(['reframe-medium You must wait']);
  });

  it('forgets the last customer when the next conversation takes the same composer (case 23)', async () => {
    const own = await open({ parts: [PRIYA, DANA] });
    await own.enter();
    await own.page.keyboard.type(ROUGH);
    await waitForHighlight(own.page, 'You must wait');
    const next = partHtml('inbox2', { by: 'customer', html: '<p>Cancel it all.</p>' });
    await own.page.evaluate((next) => {
      history.pushState({}, '', '/a/inbox/ws1/inbox/admin/5/conversation/8');
      (document.querySelector('[data-inbox-conversation-header-title]') as HTMLElement).textContent = 'Tom Berg';
      (document.querySelector('.inbox2__stream') as HTMLElement).innerHTML = next;
    }, next);
    await own.fill('<p></p>');
    const snapshot = await own.seen.until(
      'the next conversation',
      ({ conversation, draft }) => conversation.customer === 'Cancel it all.' && draft.trim() === '',
    );
    expect(snapshot.conversation.customerName).toBe('Tom');
    expect(JSON.stringify(snapshot)).not.toMatch(/blank page|Priya/);
    await waitForNoHighlight(own.page);
  });
});
