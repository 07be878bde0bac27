/** The reviewer at work on the open reply: its look, the keys, and what they do. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../audit/model';
import { type Opinion, withDone, withOpinion } from '../../audit/verdict';
import type { Span } from '../../engine/types';
import { t } from '../../ui/text';
import type { OpenRun } from '../types';
import { inReadingOrder, keyOf, step } from './findings';
import type { Judging } from './judging';
import { type Command, commandOf } from './keys';
import { ReplyPane } from './reply-pane';
import { singleKeys } from './reviewer';
import { useLook } from './use-look';

interface Props {
  open: OpenRun;
  seq: number | undefined;
  seqs: Uint32Array;
  judging: Judging;
  /** A dialog is open: keys are its own. */
  quiet: boolean;
  withName(then: () => void): void;
  onShow(seq: number | undefined, how: 'push' | 'replace'): void;
  onNextOpen(): void;
  onKeys(): void;
  onName(): void;
}

export function Review(props: Props) {
  const { seq, seqs, onShow } = props;
  // A verdict may take the reply out of what the filter leaves: the next is then the one that took its place.
  const place = useRef(0);
  const found = seq === undefined ? -1 : seqs.indexOf(seq);
  if (found >= 0) place.current = found;
  const neighbour = (by: 1 | -1): number | undefined => {
    if (seq === undefined) return seqs[0];
    if (found < 0) return seqs[by > 0 ? place.current : place.current - 1];
    return seqs[found + by];
  };
  const move = (by: 1 | -1) => {
    const to = neighbour(by);
    if (to !== undefined) onShow(to, seq === undefined ? 'push' : 'replace');
  };
  const shared = { ...props, place: found, neighbour, move };
  return seq === undefined ? <AtTheTable {...shared} /> : <AtReply {...shared} seq={seq} />;
}

type Shared = Props & {
  place: number;
  neighbour(by: 1 | -1): number | undefined;
  move(by: 1 | -1): void;
};

/** No reply is open: the keys open one. */
function AtTheTable({ quiet, move, onNextOpen, onKeys }: Shared) {
  useKeys(quiet, (command) => {
    if (command === 'next') move(1);
    else if (command === 'next-open') onNextOpen();
    else if (command === 'keys') onKeys();
    else return false;
    return true;
  });
  return null;
}

function AtReply(props: Shared & { seq: number }) {
  const { open, seq, seqs, judging, quiet, withName, place, neighbour, move, onShow } = props;
  const shown = useLook(open, seq, neighbour(1));
  const look = shown && 'look' in shown ? shown.look : null;
  const [current, setCurrent] = useState<string | null>(null);
  const [follow, setFollow] = useState(false);
  const pick = (finding: string | null) => {
    setFollow(true);
    setCurrent(finding);
  };
  const [selected, setSelected] = useState<Span | null>(null);
  const [adding, setAdding] = useState(false);
  const comment = useRef<HTMLTextAreaElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const verdict = judging.of(look?.reply.seq ?? seq);

  // Another reply begins with its first finding, nothing selected, and is read out from its head.
  useEffect(() => {
    setCurrent(look ? (inReadingOrder(look.review.findings)[0]?.id ?? null) : null);
    setFollow(false);
    setSelected(null);
    setAdding(false);
    if (look && !document.activeElement?.closest('[role=row]')) head.current?.focus({ preventScroll: true });
  }, [look]);

  const change = (how: (verdict: Verdict) => Verdict) =>
    withName(() => {
      if (look) judging.change(look.reply.seq, how);
    });
  const opine = (key: string, opinion: Opinion) => change((now) => withOpinion(now, key, opinion));
  const onDone = () =>
    withName(() => {
      if (!look || look.reply.seq !== seq) return;
      const to = neighbour(1);
      if (!judging.of(seq).done) judging.change(seq, (now) => withDone(now, true));
      if (to !== undefined) onShow(to, 'replace');
    });
  const undo = () => {
    const undone = judging.undo();
    if (undone !== null && undone !== seq) onShow(undone, 'replace');
  };
  const add = (adding: boolean) => {
    if (adding) withName(() => setAdding(true));
    else {
      setAdding(false);
      head.current?.focus({ preventScroll: true });
    }
  };
  const findings = look ? inReadingOrder(look.review.findings) : [];
  const finding = findings.find(({ id }) => id === current);

  useKeys(quiet, (command) => {
    switch (command) {
      case 'next':
      case 'previous':
        move(command === 'next' ? 1 : -1);
        break;
      case 'next-finding':
      case 'previous-finding':
        pick(step(findings, current, command === 'next-finding' ? 1 : -1));
        break;
      case 'agree':
      case 'disagree':
        if (finding) opine(keyOf(finding), command);
        break;
      case 'missed':
        add(true);
        break;
      case 'comment':
        withName(() => comment.current?.focus());
        break;
      case 'done':
        onDone();
        break;
      case 'next-open':
        props.onNextOpen();
        break;
      case 'undo':
        undo();
        break;
      case 'close':
        onShow(undefined, 'push');
        break;
      case 'keys':
        props.onKeys();
        break;
    }
    return true;
  });

  return (
    <ReplyPane
      look={look}
      problem={shown && 'problem' in shown ? shown.problem : null}
      unsaved={judging.problem.value}
      onRetry={judging.retry}
      place={place < 0 ? t('replies_outside') : t('replies_place', place + 1, seqs.length)}
      verdict={verdict}
      current={current}
      follow={follow}
      onCurrent={pick}
      onOpinion={opine}
      onChange={change}
      onComment={(text) => withName(() => look && judging.comment(look.reply.seq, text))}
      selected={selected}
      onSelect={(span) => {
        // The form keeps what was selected when it was opened.
        if (!adding) setSelected(span);
      }}
      adding={adding}
      onAdding={add}
      comment={comment}
      canUndo={judging.canUndo.value}
      onStep={move}
      onDone={onDone}
      onUndo={undo}
      onClose={() => onShow(undefined, 'push')}
      onKeys={props.onKeys}
      onName={props.onName}
      head={head}
    />
  );
}

/** `act` gives false for a command that it does not know: the key is then the browser's. */
function useKeys(quiet: boolean, act: (command: Command) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (quiet) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event, event.target as Element | null, singleKeys.value);
      if (command && latest.current(command)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [quiet]);
}
