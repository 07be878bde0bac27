/** What a composer of Gmail answers: the message above an inline reply, the thread behind a pop-up, or nothing. */

const COMPOSER = 'form, .M9, [role="dialog"]';
const MESSAGE = 'div.adn[data-message-id], div.adn[data-legacy-message-id]';
const SUBJECTS = ['subjectbox', 'subject'];
/** What mail programs set before a subject, in the languages that they are used in. */
const ANSWERS = /^\s*(re|aw|sv|vs|antw|odp|ref|res|rif|ynt|r|回复|回覆|答复|返信)\s*(\[\d+\])?\s*[:：]/i;
const FORWARDS = /^\s*(fwd?|wg|tr|rv|enc|doorst|vb|vl|pd|i|转发|轉寄)\s*[:：]/i;

/** What surrounds a box, unless a stranger's mail does. */
export function composerOf(box: Element, selector = COMPOSER): Element | null {
  const composer = box.closest(selector);
  return composer?.closest('.a3s') ? null : composer;
}

/** Written to a third person: the messages are what is sent on. */
export function forwards(box: Element): boolean {
  return FORWARDS.test(subjectOf(box));
}

/** The thread on show, if the pop-up is an answer in it; null for a new mail, and for an answer in another thread. */
export function threadBehind(popUp: Element, box: Element): ParentNode | null {
  const page = popUp.ownerDocument;
  const mains = [...page.querySelectorAll('[role="main"]')];
  const main = mains.find((each) => each.checkVisibility()) ?? (mains.length ? null : page);
  const messages = main ? [...main.querySelectorAll(MESSAGE)] : [];
  if (!main || messages.length === 0) return null;
  const target = targetOf(popUp);
  if (target) return messages.some((each) => isMessage(each, target)) ? main : null;
  const quoted = inputOf(popUp, ['uet']) !== '' || box.querySelector('.gmail_quote') !== null;
  if (!quoted && !ANSWERS.test(subjectOf(box))) return null;
  return sameSubject(subjectOf(box), main) && sameTalk(popUp, box, messages) ? main : null;
}

/** An inline reply stands in or right below the message that it answers; a pop-up may name it. Else it is the last. */
export function answeredBy(box: Element, items: readonly Element[]): Element | undefined {
  const popUp = composerOf(box, '[role="dialog"]');
  if (popUp) {
    const target = targetOf(popUp);
    return target ? items.find((item) => isMessage(item, target)) : items.at(-1);
  }
  const above = items.findLast((item) => item.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
  return above ?? items.at(-1);
}

/** The id of the message that the composer says it answers. */
function targetOf(composer: Element): string | null {
  const target = inputOf(composer, ['rm']);
  return target && target !== 'undefined' && target !== 'null' ? target.replace(/^#/, '') : null;
}

function isMessage(item: Element, id: string): boolean {
  return ['data-message-id', 'data-legacy-message-id'].some(
    (name) => item.getAttribute(name)?.replace(/^#/, '') === id,
  );
}

/** Not known on either side is no contradiction. */
function sameSubject(subject: string, main: ParentNode): boolean {
  const shown = main.querySelector('h2.hP, [data-legacy-thread-id]')?.textContent ?? '';
  return !bare(shown) || !bare(subject) || bare(shown) === bare(subject);
}

/** A recipient of the pop-up wrote in the thread; without recipients, the subjects must have told. */
function sameTalk(popUp: Element, box: Element, messages: readonly Element[]): boolean {
  const chips = [...popUp.querySelectorAll('[email], [data-hovercard-id*="@"]')].filter((each) => !box.contains(each));
  const to = chips.map((each) => each.getAttribute('email') ?? each.getAttribute('data-hovercard-id') ?? '');
  const written = `${to.join(' ')} ${inputOf(popUp, ['to'])}`.toLowerCase();
  const senders = messages.map((each) => each.querySelector('.gD[email]')?.getAttribute('email')?.toLowerCase() ?? '');
  if (/@/.test(written)) return senders.some((sender) => sender !== '' && written.includes(sender));
  return bare(subjectOf(box)) !== '';
}

function subjectOf(box: Element): string {
  const composer = box.closest('[role="dialog"]') ?? composerOf(box);
  return composer ? inputOf(composer, SUBJECTS) : '';
}

function inputOf(composer: Element, names: readonly string[]): string {
  for (const name of names) {
    const value = composer.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value.trim();
    if (value) return value;
  }
  return '';
}

function bare(subject: string): string {
  let rest = subject.replace(/\s+/g, ' ').trim();
  while (ANSWERS.test(rest) || FORWARDS.test(rest)) rest = rest.replace(ANSWERS, '').replace(FORWARDS, '').trim();
  return rest.toLowerCase();
}
