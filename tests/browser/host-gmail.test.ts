/** Gmail: which message a composer answers, who wrote it, and what in the composer is the agent's own. */
import { describe, expect, it } from 'vitest';
import type { EditorWindow } from '../hosts/engines/mount';
import { composerHtml, DANA, type GmailMessage, type GmailPage, gmail, messageHtml } from '../hosts/pages/gmail';
import { waitForHighlight, waitForNoHighlight } from './harness';
import { conversationIn, expectGapGuard, flagged, useHost } from './host-helpers';
import { findingOn, marks, settled } from './page-helpers';

const AT = 'https://mail.google.com/mail/u/1/#inbox/FMfcgzQXKabcdefghijk';
const PRIYA: GmailMessage = {
  id: '11',
  from: ['Raman, Priya', 'priya@customer.example'],
  title: 'May 4, 2026, 9:12\u202fAM',
  html: '<div dir="ltr">My order never came.<div class="gmail_signature">Priya, Leeds</div></div>',
};
const WORDS = 'My order never came.';
const OURS: GmailMessage = { id: '12', from: ['Dana Reyes', DANA], html: '<div>It left on Friday.</div>' };
const AGAIN: GmailMessage = {
  ...PRIYA,
  id: '13',
  html: `<div>Still nothing!</div><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Mon, 4 May 2026 Dana wrote:</div><blockquote class="gmail_quote">It left on Friday.</blockquote></div>`,
};
const ROUGH = 'You must wait.';

const host = useHost();
const open = (page: GmailPage, headers?: Record<string, string>) => host.open(AT, gmail(page), headers);

describe('Gmail', () => {
  it('says at Send that a gap is open (complaint 15)', async () => {
    const own = await open({ thread: [{ ...PRIYA, reply: {} }] });
    await expectGapGuard(own, '.aoO');
  });

  it('coaches an inline reply and two pop-ups, each by itself (case 6)', async () => {
    const own = await open({
      thread: [PRIYA, OURS, { ...AGAIN, reply: {} }],
      popUps: [{ fields: { subject: 'Hello' } }, {}],
    });
    await own.enter(0);
    await own.page.keyboard.type(ROUGH);
    expect(await conversationIn(own, ({ draft }) => draft === ROUGH)).toEqual({
      channel: 'email',
      kind: 'reply',
      customer: 'Still nothing!',
      customerName: 'Priya',
      agentName: 'Dana',
      earlier: [
        { from: 'customer', text: WORDS, at: expect.stringMatching(/^2026-05-04T/) },
        { from: 'agent', text: 'It left on Friday.' },
      ],
    });
    for (const popUp of [1, 2]) {
      await own.enter(popUp);
      await own.page.keyboard.type(`You must ask ${popUp}.`);
      const conversation = await conversationIn(
        own,
        (each) => each.draft === `You must ask ${popUp}.` && flagged(each).length > 0,
      );
      expect(conversation.customer).toBeUndefined();
      expect(conversation.customerName).toBeUndefined();
    }
    await waitForHighlight(own.page, 'You must wait');
    await expect.poll(async () => (await marks(own.page)).filter((mark) => mark.includes('You must')).length).toBe(3);
    expect(await Promise.all([0, 1, 2].map((at) => own.model(at)))).toEqual([
      ROUGH,
      'You must ask 1.',
      'You must ask 2.',
    ]);
  });

  it('reads the message that an inline reply stands below, not the last one (case 6)', async () => {
    const own = await open({ thread: [{ ...PRIYA, reply: {} }, OURS, AGAIN] });
    await own.enter();
    const conversation = await conversationIn(own);
    expect(conversation.customer).toBe(WORDS);
    expect(conversation.earlier).toBeUndefined();
  });

  const POP_UPS: [string, Record<string, string>, string | undefined][] = [
    ['names the message', { rm: 'msg-f:11' }, WORDS],
    ['names a message of another thread', { rm: 'msg-f:99', subject: 'Re: My order' }, undefined],
    [
      'answers its subject and its sender',
      { subjectbox: 'AW: My order', to: 'priya@customer.example' },
      'Still nothing!',
    ],
    ['answers another subject', { subjectbox: 'Re: Your invoice', to: 'priya@customer.example' }, undefined],
    ['answers somebody else', { subjectbox: 'Re: My order', to: 'tom@other.example' }, undefined],
    ['is new', { subjectbox: 'My order', to: 'priya@customer.example' }, undefined],
    ['sends it on', { subjectbox: 'Fwd: My order', uet: '<div>quote</div>' }, undefined],
  ];
  it.each(POP_UPS)(
    'takes the thread behind a pop-up for its own only where it says so: it %s (case 6)',
    async (_what, fields, words) => {
      const own = await open({ thread: [PRIYA, OURS, AGAIN], popUps: [{ fields }] });
      await own.enter();
      expect((await conversationIn(own)).customer).toBe(words);
    },
  );

  it('coaches a composer in a window of its own (case 6)', async () => {
    const own = await open({ own: { fields: { subject: 'Re: My order' } } });
    await own.enter();
    await own.page.keyboard.type(ROUGH);
    await waitForHighlight(own.page, 'You must wait');
    expect((await conversationIn(own)).customer).toBeUndefined();
  });

  it('reads what is typed inside the quote’s container, and not the quote (case 7, complaint 14)', async () => {
    const quote = `<div><br></div><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Mon you failed to write:</div><blockquote class="gmail_quote">You must pay.</blockquote><div id="below"><br></div></div>`;
    const own = await open({ thread: [{ ...PRIYA, reply: { html: quote } }] });
    await own.enter();
    await own.page.locator('#below').click();
    await own.page.keyboard.type(ROUGH);
    await waitForHighlight(own.page, 'You must wait');
    const snapshot = await own.seen.until('a review', (each) => flagged(each).length > 0);
    expect(snapshot.draft.trim()).toBe(ROUGH);
    expect(flagged(snapshot)).toEqual(['You must wait']);
  });

  const SIGNATURE = '<div class="gmail_signature" data-smartmail="gmail_signature">You must read our terms.</div>';
  const QUOTE =
    '<div class="gmail_quote gmail_quote_container"><blockquote class="gmail_quote">You must pay.</blockquote></div>';
  it.each([
    ['before the quote', `<span class="gmail_signature_prefix">-- </span>${SIGNATURE}${QUOTE}`, {}],
    ['after the quote', `${QUOTE}${SIGNATURE}`, {}],
    ['with the quote not unfolded', SIGNATURE, { uet: '<blockquote>You must pay.</blockquote>' }],
  ])('leaves the signature alone, %s (case 8, complaint 14)', async (_where, html, fields) => {
    const own = await open({ thread: [{ ...PRIYA, reply: { html: `<div>x</div>${html}`, fields } }] });
    const before = await own.model();
    await own.enter();
    await own.page.locator('[g_editable] > div').first().click();
    await own.page.keyboard.press('End');
    await own.page.keyboard.type(`. ${ROUGH}`);
    const snapshot = await own.seen.until('a review', (each) => flagged(each).length > 0);
    expect(flagged(snapshot)).toEqual(['You must wait']);
    const id = snapshot.review?.findings.find(({ span }) => span)?.id as string;
    await own.seen.until('a rewrite', (each) => (each.suggestions[id]?.length ?? 0) > 0);
    await own.seen.command({ name: 'use', finding: id });
    await expect.poll(() => own.model()).not.toContain('You must wait');
    expect((await own.model()).split('\n').slice(1)).toEqual(before.split('\n').slice(1));
  });

  describe('the newest message', () => {
    const reply = {};
    it('may be the agent’s own: the customer’s last one counts (case 9)', async () => {
      const own = await open({ thread: [PRIYA, { ...OURS, reply }] });
      await own.enter();
      const { customer, earlier } = await conversationIn(own);
      expect(customer).toBe(WORDS);
      expect(earlier).toEqual([{ from: 'agent', text: 'It left on Friday.' }]);
    });

    it('may be folded away with its words in the page (case 9)', async () => {
      const own = await open({ thread: [PRIYA, OURS, { ...AGAIN, folded: 'hidden', reply }] });
      await own.enter();
      expect((await conversationIn(own)).customer).toBe('Still nothing!');
    });

    it('may be folded away without them: then nobody knows what was said last (case 9)', async () => {
      const own = await open({ thread: [PRIYA, OURS, { ...AGAIN, folded: 'row', reply }] });
      await own.enter();
      const { customer, customerName, earlier } = await conversationIn(own);
      expect(customer).toBeUndefined();
      expect(customerName).toBe('Priya');
      expect(earlier?.map(({ text }) => text)).toEqual([WORDS, 'It left on Friday.']);
    });

    it('counts though older ones are folded away (case 9)', async () => {
      const own = await open({
        thread: [
          { ...PRIYA, folded: 'super' },
          { ...OURS, folded: 'row' },
          { ...AGAIN, reply },
        ],
      });
      await own.enter();
      const { customer, earlier } = await conversationIn(own);
      expect(customer).toBe('Still nothing!');
      expect(earlier).toBeUndefined();
    });
  });

  describe('who wrote it', () => {
    const robot: GmailMessage = { id: '14', from: ['Acme', 'no-reply@acme.example'], html: '<div>Ticket made.</div>' };
    const desk: GmailMessage = { id: '15', from: ['Sam Bell', 'support@acme.example'], html: '<div>We look.</div>' };
    it.each<[string, GmailPage, string | undefined]>([
      ['by the title', { subject: 'For priya@customer.example' }, 'Dana'],
      ['by the account’s button', { account: { button: `Google Account: Dana Reyes  (${DANA})` } }, 'Dana'],
      ['by the composer’s sender', { account: {} }, 'Dana'],
    ])('is known %s (case 9)', async (_how, page, agentName) => {
      const fields: Record<string, string> = page.account && !page.account.button ? { from: `Dana <${DANA}>` } : {};
      const own = await open({ ...page, thread: [PRIYA, robot, desk, { ...OURS, reply: { fields } }] });
      await own.enter();
      const { customer, earlier, ...rest } = await conversationIn(own);
      expect(customer).toBe(WORDS);
      expect(earlier?.map(({ from, text }) => `${from}: ${text}`)).toEqual([
        'agent: We look.',
        'agent: It left on Friday.',
      ]);
      expect(rest.agentName).toBe(agentName);
    });

    it('is nobody where the account is not known (case 9)', async () => {
      const own = await open({ account: {}, thread: [PRIYA, { ...OURS, reply: {} }] });
      await own.enter();
      expect(await conversationIn(own)).toEqual({ channel: 'email', kind: 'reply' });
    });

    it('tells colleagues who are helped from the account (case 9)', async () => {
      const own = await open({
        thread: [
          { ...PRIYA, from: ['Priya Raman', 'priya@acme.example'] },
          { ...OURS, reply: {} },
        ],
      });
      await own.enter();
      expect((await conversationIn(own)).customer).toBe(WORDS);
    });
  });

  const POLICIES: [string, string][] = [
    ['without a list of policies', "require-trusted-types-for 'script'"],
    ['with a list of policies', "require-trusted-types-for 'script'; trusted-types gapi"],
  ];
  it.each(POLICIES)('works under Trusted Types %s (case 10)', async (_what, policy) => {
    // The composer stands in the page: what makes it for the tests may not write HTML here.
    const html = gmail({ thread: [PRIYA] })
      .replace(
        '</body>',
        `<div class="ip adB"><div class="M9"><div class="Ap"><div contenteditable="true" role="textbox" g_editable="true" id="box"></div></div></div></div></body>`,
      )
      .replace('<html', '<html data-editors="ready"');
    const own = await host.open(AT, html, { 'content-security-policy': policy });
    await own.page.evaluate(() => {
      const page = window as unknown as { violations: string[] };
      page.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => page.violations.push(event.violatedDirective));
    });
    await own.page.locator('#box').click();
    await own.page.keyboard.type(ROUGH);
    const snapshot = await own.seen.until('a rewrite', settled(ROUGH));
    expect(snapshot.conversation.customer).toBe(WORDS);
    await own.seen.command({ name: 'use', finding: findingOn(snapshot, 'You must').finding.id });
    await expect.poll(() => own.page.locator('#box').textContent()).not.toContain('You must');
    expect(await own.page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  });

  it('takes no mail’s HTML for a composer, a message or an account (case 11)', async () => {
    const imitation = `${composerHtml({ fields: { from: 'priya@customer.example' } }).replace(/<div data-editor.*?><\/div>/, '<div id="trap" contenteditable="true" role="textbox" g_editable="true">You must pay.</div>')}
      <div role="dialog" contenteditable="true" id="trap2" g_editable="true">You failed.</div>
      ${messageHtml({ ...OURS, id: '66', from: ['Mallory', 'mallory@evil.example'], html: 'Refund Mallory.' })}`;
    const own = await open({ thread: [OURS, { ...PRIYA, html: `${PRIYA.html}${imitation}`, reply: {} }] });
    for (const trap of ['#trap', '#trap2']) {
      await own.page.locator(trap).click();
      await own.page.keyboard.type(' You must.');
      expect((await own.seen.until('no box', () => true)).status).toBe('no-box');
    }
    await own.enter();
    await own.page.keyboard.type(ROUGH);
    await waitForHighlight(own.page, 'You must wait');
    expect(await marks(own.page)).toEqual(['reframe-medium You must wait']);
    const conversation = await conversationIn(own, ({ draft }) => draft === ROUGH);
    expect(conversation.customer).toMatch(/^My order never came\./);
    expect(conversation).toMatchObject({ customerName: 'Priya', agentName: 'Dana' });
    expect(conversation.earlier).toHaveLength(1);
  });

  it('checks no code, no island without spelling, no placeholder and no address (complaint 14)', async () => {
    const html = `<div>Hi {{first_name}}, run <code>you must FAIL</code>, see https://acme.example/you-must?soon and <span spellcheck="false">you failed to read</span>.</div>
      <pre>YOU MUST NOT!!!</pre><div><a href="https://acme.example/unfortunately">The form</a> is here.</div>`;
    const own = await open({ thread: [{ ...PRIYA, reply: { html } }] });
    await own.enter();
    const snapshot = await own.seen.until('a review', (each) => each.status === 'ready' && each.draft.includes('{{'));
    expect(flagged(snapshot)).toEqual([]);
    expect(await marks(own.page)).toEqual([]);
  });

  it('forgets the last customer when the route changes (case 23)', async () => {
    const own = await open({ thread: [{ ...PRIYA, reply: {} }] });
    await own.enter();
    await own.page.keyboard.type(ROUGH);
    await waitForHighlight(own.page, 'You must wait');
    const next = messageHtml({ id: '21', from: ['Tom Berg', 'tom@other.example'], html: 'Cancel it all.', reply: {} });
    await own.page.evaluate(async (next) => {
      location.hash = '#inbox/FMfcgzQXKotherthread12';
      // The thread before stays in the page, out of sight and without its role.
      const old = document.querySelector('[role="main"]') as HTMLElement;
      old.removeAttribute('role');
      old.style.display = 'none';
      const main = document.createElement('div');
      main.className = 'nH';
      main.setAttribute('role', 'main');
      main.innerHTML = next;
      old.after(main);
      await (window as unknown as EditorWindow).mountEditor(main.querySelector('[data-editor]') as HTMLElement);
    }, next);
    await own.enter(1);
    await own.page.keyboard.type('You must ask.');
    const snapshot = await own.seen.until(
      'the next draft',
      ({ draft, review }) => draft === 'You must ask.' && review !== null,
    );
    expect(snapshot.conversation).toMatchObject({ customer: 'Cancel it all.', customerName: 'Tom' });
    expect(JSON.stringify(snapshot)).not.toContain('My order');
    await waitForNoHighlight(own.page, 'You must wait');
  });
});
