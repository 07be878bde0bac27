/** Bold, link and list for the rich reply box, by the browser's own commands, so that undo knows them. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../ui/text';
import { BoldIcon, LinkIcon, ListIcon } from './icons';
import { readLink } from './link';

interface Props {
  box: HTMLElement;
}

export function Formatting({ box }: Props) {
  const pressed = usePressed(box);
  const [linking, setLinking] = useState<Range | null>(null);

  const run = (command: 'bold' | 'insertUnorderedList') => {
    box.focus();
    document.execCommand(command);
  };

  return (
    <>
      <div class="formatting" role="toolbar" aria-label={t('practice_formatting')}>
        <ToolButton label={t('practice_bold')} pressed={pressed.bold} onUse={() => run('bold')}>
          <BoldIcon />
        </ToolButton>
        <ToolButton label={t('practice_link')} onUse={() => setLinking(selectionIn(box))}>
          <LinkIcon />
        </ToolButton>
        <ToolButton label={t('practice_list')} pressed={pressed.list} onUse={() => run('insertUnorderedList')}>
          <ListIcon />
        </ToolButton>
      </div>
      {linking && <LinkForm box={box} range={linking} onClose={() => setLinking(null)} />}
    </>
  );
}

interface ToolProps {
  label: string;
  pressed?: boolean;
  onUse(): void;
  children: preact.ComponentChildren;
}

function ToolButton({ label, pressed, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      // The selection stays in the reply box, where the command works.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </button>
  );
}

interface LinkFormProps {
  box: HTMLElement;
  range: Range;
  onClose(): void;
}

function LinkForm({ box, range, onClose }: LinkFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  // Before the next key: what is typed from now on is the address.
  useLayoutEffect(() => input.current?.focus(), []);

  const back = () => {
    onClose();
    box.focus();
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  };
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const link = readLink(input.current?.value ?? '');
    if (!link) {
      setWrong(true);
      input.current?.focus();
      return;
    }
    back();
    if (!range.collapsed) document.execCommand('createLink', false, link);
    else insertLink(link);
  };

  return (
    <form class="link-form" onSubmit={add} noValidate>
      <label>
        <span>{t('practice_linkAddress')}</span>
        <input
          ref={input}
          type="url"
          placeholder="https://"
          aria-invalid={wrong}
          aria-describedby={wrong ? 'link-wrong' : undefined}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            back();
          }}
        />
      </label>
      <button type="submit" class="button primary">
        {t('practice_linkAdd')}
      </button>
      <button type="button" class="button" onClick={back}>
        {t('practice_linkCancel')}
      </button>
      {wrong && (
        <p id="link-wrong" class="link-wrong" role="alert">
          {t('practice_linkWrong')}
        </p>
      )}
    </form>
  );
}

/** With nothing selected the address itself becomes the link's text. */
function insertLink(link: string): void {
  document.execCommand('insertText', false, link);
  const selection = getSelection();
  for (let n = 0; n < link.length; n++) selection?.modify('extend', 'backward', 'character');
  document.execCommand('createLink', false, link);
  selection?.collapseToEnd();
}

function selectionIn(box: HTMLElement): Range {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range && box.contains(range.commonAncestorContainer)) return range.cloneRange();
  const end = document.createRange();
  end.selectNodeContents(box);
  end.collapse(false);
  return end;
}

/** Which formats hold at the caret. */
function usePressed(box: HTMLElement): { bold: boolean; list: boolean } {
  const [pressed, setPressed] = useState({ bold: false, list: false });
  useEffect(() => {
    const look = () => {
      if (document.activeElement !== box) return;
      const bold = document.queryCommandState('bold');
      const list = document.queryCommandState('insertUnorderedList');
      setPressed((before) => (before.bold === bold && before.list === list ? before : { bold, list }));
    };
    const leaving = new AbortController();
    document.addEventListener('selectionchange', look, { signal: leaving.signal });
    box.addEventListener('input', look, { signal: leaving.signal });
    return () => leaving.abort();
  }, [box]);
  return pressed;
}
