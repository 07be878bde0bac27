/** The practice desk: tickets, the open one with its reply box, and the coach's sidebar docked beside it. */
import { effect, type ReadonlySignal, untracked, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { formatKey, keysInForce } from '../page/keys';
import type { Settings } from '../store/settings';
import type { Outcome } from '../ui/outcome';
import { plural, t } from '../ui/text';
import type { Desk } from './desk';
import { ChannelIcon, Mark } from './icons';
import { Introduction, type IntroductionStep } from './introduction';
import { Reply } from './reply';
import type { ReplyBoxes } from './reply-box';
import { SendDialog } from './send-dialog';
import type { Sending } from './sending';
import { Thread } from './thread';
import { channelLabel, TicketList } from './ticket-list';
import { firstName } from './tickets';
import type { CoachWatch } from './watch';

export interface AppProps {
  desk: Desk;
  boxes: ReplyBoxes;
  watch: CoachWatch;
  sending: Sending;
  /** This tab: the docked sidebar watches it. */
  tab: number;
  settings: ReadonlySignal<Settings>;
  /** Why the coach is not at work, in a sentence; null while it is. */
  failure: ReadonlySignal<string | null>;
  /** An id in the address that no ticket has. */
  unknownTicket: string | null;
  introduce: boolean;
  onIntroduced(): void;
  openedAt: number;
}

export function App(props: AppProps) {
  const { desk, boxes, watch, sending, failure, settings } = props;
  const dock = useRef<HTMLIFrameElement>(null);
  const introduction = useSignal<IntroductionStep | null>(null);
  const ticket = desk.current.value;
  const box = boxes.of(ticket);
  const name = firstName(ticket.customer);

  const showStep = (step: IntroductionStep) => {
    introduction.value = step;
    if (step === 'rewrite') {
      const finding = watch.snapshot.value?.visible[0];
      if (finding) watch.command({ name: 'select', finding });
      watch.command({ name: 'show-card' });
    } else watch.command({ name: 'close-card' });
  };
  const startIntroduction = () => {
    const first = desk.tickets[0];
    if (!first) return;
    desk.open(first.id);
    const firstBox = boxes.of(first);
    // The box stands in the page one rendering later, and only what stands there can be typed into.
    requestAnimationFrame(() => {
      if (firstBox.isEmpty()) firstBox.fill(first.rough.text);
      showStep('underline');
    });
  };
  const { onIntroduced } = props;
  const endIntroduction = useCallback(() => {
    introduction.value = null;
    onIntroduced();
    boxes.of(desk.current.value).element.focus();
  }, [introduction, onIntroduced, boxes, desk]);

  // Once, as soon as the coach listens (or can't): what was put into a box before that, it would not follow.
  useEffect(() => {
    if (!props.introduce) return;
    let begun = false;
    return effect(() => {
      if (begun || (watch.snapshot.value === null && failure.value === null)) return;
      begun = true;
      untracked(startIntroduction);
    });
  }, []);

  const open = (id: string) => {
    if (introduction.value && id !== ticket.id) {
      introduction.value = null;
      onIntroduced();
    }
    desk.open(id);
  };
  /** To the open ticket's reply box, one rendering later: by then it stands in the page, and no dialog is before it. */
  const enterReply = (then?: () => void) => {
    requestAnimationFrame(() => {
      boxes.of(desk.current.value).element.focus({ preventScroll: true });
      then?.();
    });
  };
  const improve = (outcome: Outcome | null) => {
    sending.close();
    const gap = outcome?.gaps[0];
    enterReply(() => gap && watch.command({ name: 'fill-gap', gap }));
  };
  const nextTicket = () => {
    sending.close();
    desk.next();
    enterReply(() => document.querySelector('.ticket')?.scrollIntoView({ block: 'start' }));
  };

  const keys = keysInForce(settings.value.keys);
  return (
    <div class="desk">
      <button type="button" class="skip button primary" onClick={() => box.element.focus()}>
        {t('practice_skipToReply')}
      </button>
      <header class="topbar">
        <Mark />
        <h1>{t('practice_title')}</h1>
        <span class="chip">{t('practice_pretend')}</span>
        <span class="spacer" />
        <button type="button" class="button quiet" onClick={startIntroduction}>
          {t('practice_showIntro')}
        </button>
      </header>

      <TicketList desk={desk} onOpen={open} onEnter={() => enterReply()} />

      <main
        class="ticket"
        key={ticket.id}
        data-practice-ticket={ticket.id}
        data-channel={ticket.channel}
        data-customer={ticket.customer}
        data-agent={ticket.agent}
      >
        {failure.value && <Failure text={failure.value} />}
        {props.unknownTicket && (
          <p class="notice" role="status">
            {t('practice_unknownTicket', props.unknownTicket)}
          </p>
        )}
        <header class="ticket-head">
          <h2 lang="en">{ticket.subject}</h2>
          <p class="soft">
            <ChannelIcon channel={ticket.channel} />
            {t('practice_ticketLine', channelLabel(ticket.channel), ticket.company, ticket.agent)}
          </p>
        </header>
        <Thread ticket={ticket} openedAt={props.openedAt} />
        <div>
          <Reply
            ticket={ticket}
            box={box}
            coachWord={coachWord(watch)}
            onShowCoach={() => {
              dock.current?.scrollIntoView({ block: 'start' });
              dock.current?.focus();
            }}
            onSend={sending.send}
          />
          {introduction.value && (
            <Introduction
              step={introduction.value}
              name={name}
              keys={{ next: formatKey(keys.next), use: formatKey(keys.use) }}
              onStep={showStep}
              onEnd={endIntroduction}
            />
          )}
        </div>
      </main>

      <aside class="coach" aria-label={t('practice_coach')} data-shown={introduction.value === 'sidebar'}>
        <iframe ref={dock} title={t('practice_coach')} src={`/sidepanel.html?tab=${props.tab}&docked`} />
      </aside>

      <SendDialog sending={sending} name={name} onImprove={improve} onNext={nextTicket} />
    </div>
  );
}

function coachWord(watch: CoachWatch): string {
  const snapshot = watch.snapshot.value;
  if (snapshot?.status !== 'ready' || !snapshot.review || snapshot.draft.trim() === '') return t('practice_coach');
  const open = snapshot.visible.length;
  return open > 0 ? plural('practice_coachOpen', open) : t('practice_coachReady');
}

function Failure({ text }: { text: string }) {
  return (
    <div class="notice" role="alert">
      <p>
        <b>{t('practice_failed')}</b> {text}
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t('practice_reload')}
      </button>
    </div>
  );
}
