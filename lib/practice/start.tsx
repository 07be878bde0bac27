/** Opens the practice desk: reads the address and the settings, starts the same coach as on a helpdesk's page. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { practice } from '../hosts/practice';
import { startCoach } from '../page/start';
import { changeSettings, loadSettings, watchSettings } from '../store/settings';
import { loadMessages } from '../ui/load-messages';
import { t } from '../ui/text';
import { addressOf, readAddress } from './address';
import { App } from './app';
import { createDesk } from './desk';
import { watchForFailure } from './failure';
import { createReplyBoxes } from './reply-box';
import { createSending } from './sending';
import { TICKETS } from './tickets';
import { watchCoach } from './watch';

/** Runs until the page is left. What goes wrong with the coach is shown on the page; the desk itself works on. */
export async function startPractice(root: HTMLElement): Promise<void> {
  await loadMessages();
  document.title = t('practice_pageTitle');
  const left = new AbortController();
  addEventListener('pagehide', () => left.abort());

  const wanted = readAddress(location.search, TICKETS);
  const settings = signal(await loadSettings());
  watchSettings((next) => {
    settings.value = next;
  }, left.signal);
  // Only a page in a tab has one; shown elsewhere, the desk works without the sidebar's view of it.
  const tab = (await browser.tabs.getCurrent())?.id ?? -1;

  const desk = createDesk(TICKETS, wanted.ticket);
  const watch = watchCoach(tab, left.signal);
  const sending = createSending(watch.snapshot, () => desk.sent(desk.current.value.id));
  effect(() => history.replaceState(null, '', addressOf(desk.current.value, location.search)));

  render(
    <App
      desk={desk}
      boxes={createReplyBoxes((ticket, box) => desk.typed(ticket.id, box.isEmpty()))}
      watch={watch}
      sending={sending}
      tab={tab}
      settings={settings}
      failure={watchForFailure(() => startCoach({ hosts: [practice], signal: left.signal }), watch, left.signal)}
      unknownTicket={wanted.unknown}
      introduce={wanted.introduction && !settings.value.introduced}
      onIntroduced={() => void changeSettings(() => ({ introduced: true }))}
      openedAt={Date.now()}
    />,
    root,
  );
}
