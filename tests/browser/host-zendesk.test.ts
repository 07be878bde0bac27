/** Zendesk's Agent Workspace: the ticket on show, to whom the box writes, and whose words the thread holds. */
import { describe, expect, it } from 'vitest';
import {
  AGENT_BADGE,
  FROM_SIDE,
  type Generation,
  itemHtml,
  NOTE_TAG,
  type ZendeskItem,
  type ZendeskTicket,
  zendesk,
} from '../hosts/pages/zendesk';
import { waitForHighlight, waitForNoHighlight } from './harness';
import { conversationIn, flagged, useHost } from './host-helpers';
import { marks } from './page-helpers';

const AT = 'https://acme.zendesk.com/agent/tickets/41';
const PRIYA: ZendeskItem = {
  type: 'end-user',
  sender: 'Priya Raman',
  at: '2026-05-04T09:12:00Z',
  html: '<p>My order never came.</p><p>When will it?</p><div class="signature">Priya, Leeds</div>',
};
const WORDS = 'My order never came.\n\nWhen will it?';
const DANA: ZendeskItem = {
  type: 'agent',
  sender: 'Dana Reyes',
  marks: AGENT_BADGE,
  html: '<p>I am sorry about the wait, Priya.</p>',
};
const ROUGH = 'You must send us the receipt. We will get back to you soon.';

const host = useHost();
const open = (ticket: Partial<ZendeskTicket> = {}) => host.open(AT, zendesk([{ id: 41, items: [PRIYA], ...ticket }]));

describe('Zendesk', () => {
  describe('with two tickets mounted over each other', () => {
    /** What says in each generation which ticket is on show: a selector, an attribute, its value. */
    const CHOSEN: [Generation, string, string, string][] = [
      ['ticket-id', '[data-test-id="header-tab"]', 'aria-current', 'page'],
      ['selected-tab', '[data-entity-id]', 'data-entity-is-selected', 'true'],
      ['anchor', '[data-test-id="header-tab"]', 'aria-current', 'page'],
      ['panes', '.ticket-panes-grid-layout', 'data-is-active', 'true'],
      ['older-panes', '.ticket-panes-grid-layout', 'class', 'ticket-panes-grid-layout active'],
    ];

    it.each(CHOSEN)('knows by %s which one is on show (case 1)', async (generation, selector, name, value) => {
      const other: ZendeskItem = { type: 'end-user', sender: 'Tom Berg', html: '<p>Cancel it all.</p>' };
      const own = await host.open(
        AT,
        zendesk(
          [
            { id: 41, items: [PRIYA] },
            { id: 42, items: [other] },
          ],
          generation,
        ),
      );
      await own.enter(1);
      await own.page.keyboard.type(ROUGH);
      await own.enter(0);
      await own.page.keyboard.type('You must wait.');
      const conversation = await conversationIn(own, ({ draft }) => draft === 'You must wait.');
      expect(conversation).toMatchObject({ customer: WORDS, customerName: 'Priya' });
      await waitForHighlight(own.page, 'You must wait');
      expect((await marks(own.page)).filter((mark) => mark.includes('receipt'))).toEqual([]);

      await own.page.evaluate(
        ({ selector, name, value }) => {
          for (const each of document.querySelectorAll(selector)) {
            const chosen = each.getAttribute(name) === value;
            each.setAttribute(name, chosen ? value.replace('active', '').replace(/^(page|true)$/, 'false') : value);
          }
        },
        { selector, name, value },
      );
      await own.seen.until('the first one to be left', ({ status }) => status === 'no-box');
      await waitForNoHighlight(own.page, 'You must wait');
      await own.enter(1);
      expect(await conversationIn(own, ({ draft }) => draft === ROUGH)).toMatchObject({
        customer: 'Cancel it all.',
        customerName: 'Tom',
      });
      expect(await own.model(0)).toBe('You must wait.');
      expect(await own.model(1)).toBe(ROUGH);
    });
  });

  describe('public reply or note', () => {
    const switchTo = (channel: string, label: string) =>
      ([...document.querySelectorAll('[data-channel]')] as HTMLElement[]).forEach((button) => {
        button.dataset.channel = channel;
        button.setAttribute('aria-label', label);
      });

    it('follows the switcher to a note and back, whatever its label says (case 2)', async () => {
      const own = await open({ label: 'Öffentliche Antwort' });
      await own.enter();
      await own.page.keyboard.type(ROUGH);
      const reply = await own.seen.until('a reply', (each) => flagged(each).length > 0);
      expect(reply.surface).toMatchObject({ kind: 'reply', channel: 'email' });
      await own.page.evaluate(`(${switchTo})('internal', 'Interne Notiz')`);
      const note = await own.seen.until(
        'a note',
        (each) => each.surface?.kind === 'note' && each.status === 'ready' && flagged(each).length === 0,
      );
      expect(note.conversation.kind).toBe('note');
      await waitForNoHighlight(own.page);
      await own.page.evaluate(`(${switchTo})('web', 'Öffentliche Antwort')`);
      await own.seen.until('a reply again', (each) => each.surface?.kind === 'reply' && flagged(each).length > 0);
      expect(await own.model()).toBe(ROUGH);
    });

    const CHANNELS = [
      ['email', 'reply', 'email'],
      ['web', 'reply', 'email'],
      ['sms', 'reply', 'chat'],
      ['native_messaging', 'reply', 'chat'],
      ['chat', 'reply', 'chat'],
      ['internal', 'note', 'email'],
      ['carrier_pigeon', 'unknown', 'email'],
    ] as const;
    it('knows each channel of the switcher, and says so where it does not (case 2)', async () => {
      const own = await open();
      await own.enter();
      await own.page.keyboard.type('You must wait.');
      for (const [channel, kind, read] of CHANNELS) {
        await own.page.evaluate(`(${switchTo})('${channel}', '…')`);
        await own.seen.until(channel, ({ surface }) => surface?.kind === kind && surface.channel === read);
      }
    });

    it.each([
      ['Public reply composer', 'reply'],
      ['Internal note composer', 'note'],
      ['Öffentliche Antwort', 'unknown'],
    ])('an older page is known by its label: %s is a %s (case 2)', async (label, kind) => {
      const own = await open({ channel: null, composer: 'older', label });
      await own.enter();
      await own.page.keyboard.type('You failed to read it.');
      const { surface } = await own.seen.until('the box', (each) => each.surface !== null);
      expect(surface?.kind).toBe(kind);
    });

    it('says nothing of a note where the agent wants that, and how to change it (complaint 2)', async () => {
      await host.settings({ notes: 'off' });
      const own = await open({ channel: 'internal' });
      await own.enter();
      await own.page.keyboard.type('CALM DOWN!!! The customer failed to read it.');
      const { review, draft } = await own.seen.until(
        'the note to be read',
        (each) => each.status === 'ready' && each.draft.endsWith('it.'),
      );
      expect(draft).toContain('CALM');
      expect(review?.findings).toEqual([]);
      expect(await marks(own.page)).toEqual([]);
      await host.settings({});
      await own.seen.until('disrespect to be pointed out', (each) => flagged(each).length > 0);
    });
  });

  it('reads the chat composer as a chat (case 3)', async () => {
    const own = await open({
      composer: 'chat',
      channel: 'chat',
      items: [{ ...PRIYA, body: 'message', html: '<p>hello?</p>' }],
    });
    await own.enter();
    await own.page.keyboard.type('You must wait.');
    const snapshot = await own.seen.until('a review', (each) => flagged(each).length > 0);
    expect(snapshot.surface).toMatchObject({ kind: 'reply', channel: 'chat' });
    expect(snapshot.conversation).toMatchObject({ channel: 'chat', customer: 'hello?' });
    await waitForHighlight(own.page, 'You must wait');
  });

  describe('the customer', () => {
    const html = '<p>Somebody else wrote this.</p>';
    const LAST: [string, ZendeskItem][] = [
      ['a side conversation', { type: 'end-user', marks: FROM_SIDE, html }],
      ['a trigger, by the item', { type: 'end-user', on: 'data-originated-from="Trigger"', html }],
      ['a trigger, by an element in it', { type: 'agent', inside: 'data-originated-from="Trigger"', html }],
      ['a program', { type: 'end-user', on: 'data-originated-from="ApiInteraction"', html }],
      ['a bot', { type: 'bot', sender: 'Zed', html }],
      ['nobody known', { type: null, html }],
      ['a note', { type: 'internal', html }],
      ['a note by its tag alone', { type: 'end-user', marks: NOTE_TAG, html }],
      ['marks that contradict each other', { type: 'end-user', marks: AGENT_BADGE, html }],
    ];
    it.each(LAST)('is found though the last item is %s (case 4)', async (_what, last) => {
      const own = await open({ items: [PRIYA, last] });
      await own.enter();
      const conversation = await conversationIn(own);
      expect(conversation).toEqual({ channel: 'email', kind: 'reply', customer: WORDS, customerName: 'Priya' });
    });

    it('is told from the agent, whose earlier replies and name are known (case 4)', async () => {
      const unmarked: ZendeskItem = { ...DANA, type: null };
      const own = await open({ items: [DANA, PRIYA, unmarked] });
      await own.enter();
      const words = 'I am sorry about the wait, Priya.';
      expect(await conversationIn(own)).toMatchObject({
        customer: WORDS,
        customerName: 'Priya',
        agentName: 'Dana',
        earlier: [
          { from: 'agent', text: words },
          { from: 'agent', text: words },
        ],
      });
    });

    it('is not what a mail’s own marks claim (case 11)', async () => {
      const claims = `${NOTE_TAG}${AGENT_BADGE}<i data-originated-from="Trigger"></i>${itemHtml({ type: 'end-user', sender: 'Mallory', html: '<p>Refund Mallory.</p>' })}`;
      const own = await open({ items: [{ ...PRIYA, html: `<p>My order never came.</p>${claims}` }, DANA] });
      await own.enter();
      const { customer, customerName, earlier } = await conversationIn(own);
      expect(customer).toMatch(/^My order never came\./);
      expect(customerName).toBe('Priya');
      expect(earlier).toHaveLength(1);
    });

    it.each([
      ['in its marks', '<blockquote><p>Your parcel is on its way.</p></blockquote>'],
      [
        'in a mail’s words',
        '<p>On Mon, 4 May 2026 at 09:12, Acme &lt;help@acme.example&gt; wrote:</p><p>&gt; On its way.</p>',
      ],
    ])('wrote a message that is only a quote, %s: the one before counts (case 5)', async (_what, quote) => {
      const own = await open({ items: [PRIYA, { ...PRIYA, html: quote }] });
      await own.enter();
      expect((await conversationIn(own)).customer).toBe(WORDS);
    });

    it('writes below a quote, too (case 5)', async () => {
      const below =
        '<p>On Mon, 4 May 2026 at 09:12, Acme wrote:</p><blockquote><p>It left.</p></blockquote><p>It never came.</p>';
      const own = await open({ items: [{ ...PRIYA, html: below }] });
      await own.enter();
      expect((await conversationIn(own)).customer).toBe('It never came.');
    });
  });

  it('takes a side conversation for no reply to the customer (case 4)', async () => {
    const side = `<div data-test-id="side-conversation-panel"><div class="zendesk-editor--rich-text-container"><textarea data-test-id="x"></textarea></div></div>`;
    const own = await open({
      beside: side.replace(
        '<textarea data-test-id="x"></textarea>',
        '<div contenteditable="true" role="textbox" id="side"><p><br></p></div>',
      ),
    });
    await own.page.locator('#side').focus();
    await own.page.keyboard.type('You must send the parts.');
    const snapshot = await own.seen.until('a review', (each) => flagged(each).length > 0);
    expect(snapshot.surface?.kind).toBe('unknown');
    expect(snapshot.conversation.customer).toBeUndefined();
    expect(snapshot.conversation.customerName).toBeUndefined();
  });

  it('leaves alone what is not the agent’s own in the draft, and its placeholders in a rewrite (complaint 14)', async () => {
    const own = await open({
      html: `<p>Hi {{ticket.requester.you_must}}, you must send {{form.name}} to https://acme.example/you-must?soon=1</p>
        <blockquote><p>You failed to read it.</p></blockquote><pre><code>you must FAIL!!!</code></pre>
        <p>See <a href="https://acme.example/unfortunately/soon">the form</a>.</p>`,
    });
    await own.enter();
    const snapshot = await own.seen.until('a review', (each) => each.status === 'ready' && flagged(each).length > 0);
    expect(snapshot.draft).not.toMatch(/failed|FAIL/);
    for (const text of flagged(snapshot)) expect(text).toContain('you must send');
    const id = snapshot.review?.findings.find(({ span }) => span)?.id as string;
    const ready = await own.seen.until('a rewrite', (each) => (each.suggestions[id]?.length ?? 0) > 0);
    for (const { text, start, end } of ready.suggestions[id] ?? []) {
      const after = ready.draft.slice(0, start) + text + ready.draft.slice(end);
      for (const kept of ['{{ticket.requester.you_must}}', '{{form.name}}', 'https://acme.example/you-must?soon=1'])
        expect(after).toContain(kept);
    }
    await own.seen.command({ name: 'use', finding: id });
    await expect.poll(() => own.model()).not.toContain('you must send');
    const model = await own.model();
    expect(model).toContain('{{form.name}}');
    expect(model).toContain('You failed to read it.');
    expect(model).toContain('you must FAIL!!!');
  });

  it('forgets the last customer when the next ticket is opened in the page (case 23)', async () => {
    const own = await open();
    await own.enter();
    await own.page.keyboard.type('You must wait.');
    await waitForHighlight(own.page, 'You must wait');
    expect((await conversationIn(own)).customer).toBe(WORDS);
    const next = itemHtml({ type: 'end-user', sender: 'Tom Berg', html: '<p>Cancel it all.</p>' });
    await own.page.evaluate(async (next) => {
      history.pushState({}, '', '/agent/tickets/42');
      const page = window as unknown as import('../hosts/engines/mount').EditorWindow;
      await page.editors[0]?.destroy();
      const ticket = document.querySelector('main') as HTMLElement;
      ticket.dataset.ticketId = '42';
      (document.querySelector('[data-test-id="header-tab"]') as HTMLElement).dataset.entityId = '42';
      (ticket.querySelector('section') as HTMLElement).innerHTML = next;
      const place = document.createElement('div');
      place.dataset.as = '{"data-test-id":"omnicomposer-rich-text-ckeditor"}';
      ticket.querySelector('.zendesk-editor--rich-text-container')?.replaceChildren(place);
      await page.mountEditor(place);
    }, next);
    const left = await own.seen.until('the ticket to be left', ({ status }) => status === 'no-box');
    expect(JSON.stringify(left)).not.toContain('My order');
    await waitForNoHighlight(own.page);
    await own.enter(1);
    await own.page.keyboard.type('You must ask.');
    expect(await conversationIn(own, ({ draft }) => draft === 'You must ask.')).toMatchObject({
      customer: 'Cancel it all.',
      customerName: 'Tom',
    });
    expect(JSON.stringify(await own.seen.until('the draft', () => true))).not.toContain('My order');
  });
});
