/** A comment on the reply, saved while it is typed. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../ui/text';
import { Cap } from './cap';

interface Props {
  /** Names the reply; another begins with its own comment. */
  of: string;
  saved: string;
  onSave(comment: string): void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** A pause (ms) in typing after which it is saved. */
const PAUSE = 400;

/** What is typed is also kept with the tab at each key, so that not even a reload within the pause loses it. */
export function Comment({ of, saved, onSave, field }: Props) {
  const draftKey = `audit-comment-${of}`;
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey) ?? saved);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef(sessionStorage.getItem(draftKey) !== null);

  const save = (now: string) => {
    clearTimeout(timer.current);
    if (!unsaved.current) return;
    unsaved.current = false;
    onSave(now);
  };
  const latest = useRef(() => {});
  latest.current = () => save(text);

  useEffect(() => {
    latest.current();
    return () => latest.current();
  }, []);
  useEffect(() => {
    if (saved.trim() === text.trim()) sessionStorage.removeItem(draftKey);
    // An undo, or another tab: what is shown follows, unless it is being typed.
    else if (!unsaved.current && document.activeElement !== field.current) setText(saved);
  }, [saved]);

  return (
    <label class="comment">
      <span>
        {t('replies_comment')} <Cap of="comment" />
      </span>
      <textarea
        class="field"
        ref={field}
        rows={2}
        maxLength={4000}
        aria-keyshortcuts="c"
        value={text}
        onInput={(event) => {
          const now = event.currentTarget.value;
          setText(now);
          unsaved.current = true;
          sessionStorage.setItem(draftKey, now);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => save(now), PAUSE);
        }}
        onBlur={() => save(text)}
      />
    </label>
  );
}
