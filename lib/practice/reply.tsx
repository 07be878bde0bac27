/** The reply box with what can be done with it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../ui/text';
import { Formatting } from './formatting';
import { ChannelIcon } from './icons';
import type { ReplyBox } from './reply-box';
import type { Ticket } from './ticket';
import { channelLabel } from './ticket-list';
import { firstName } from './tickets';

interface Props {
  ticket: Ticket;
  box: ReplyBox;
  /** What the coach has to say, in a word; shown where the sidebar is out of sight. */
  coachWord: string;
  onShowCoach(): void;
  onSend(text: string): void;
}

export function Reply({ ticket, box, coachWord, onShowCoach, onSend }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');

  // The box is no part of the tree that is rendered: its text is the agent's, and rendering must never touch it.
  useLayoutEffect(() => {
    frame.current?.replaceChildren(box.element);
    setSaid('');
  }, [box]);

  const fromRough = () => {
    const replaced = !box.isEmpty();
    box.fill(ticket.rough.text);
    setSaid(t(replaced ? 'practice_roughReplaced' : 'practice_roughFilled'));
  };
  const startOver = () => {
    if (!box.isEmpty()) setSaid(t('practice_startedOver'));
    box.fill('');
  };
  const send = () => {
    if (box.isEmpty()) {
      setSaid(t('practice_sendEmpty'));
      box.element.focus();
      return;
    }
    setSaid('');
    onSend(box.text());
  };

  return (
    <section class="reply" aria-label={t('practice_reply')}>
      <header class="reply-head">
        <ChannelIcon channel={ticket.channel} />
        <span>{t('practice_replyBy', channelLabel(ticket.channel), firstName(ticket.agent))}</span>
        <span class="spacer" />
        {box.rich && <Formatting key={ticket.id} box={box.element} />}
      </header>
      <div class="reply-frame" ref={frame} />
      <footer class="reply-foot">
        <button type="button" class="button" onClick={fromRough}>
          {t('practice_rough')}
        </button>
        <button type="button" class="button quiet" onClick={startOver}>
          {t('practice_startOver')}
        </button>
        <button type="button" class="button primary" data-practice-send onClick={send}>
          {t('practice_send')}
        </button>
        <p class="reply-said" role="status">
          {said}
        </p>
        <button type="button" class="button quiet coach-word" onClick={onShowCoach}>
          {coachWord}
        </button>
      </footer>
    </section>
  );
}
