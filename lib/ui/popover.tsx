// biome-ignore-all lint/a11y/noStaticElementInteractions: it only closes on keys and focus that come up from within.
/** A button and what it opens below itself. Esc, a press elsewhere or leaving it by Tab closes it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** On the button. */
  label: ComponentChildren;
  /** Of what opens. */
  title: string;
  /** Something is chosen in it. */
  active?: boolean;
  primary?: boolean;
  children: (close: () => void) => ComponentChildren;
}

export function Popover({ label, title, active = false, primary = false, children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!event.composedPath().includes(root.current as EventTarget)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  // Kept within the page: a button at the end of a line would open beyond its edge.
  useLayoutEffect(() => {
    const element = panel.current;
    if (!open || !element) return;
    const beyond = element.getBoundingClientRect().right - document.documentElement.clientWidth + 12;
    if (beyond > 0) element.style.insetInlineStart = `${-Math.min(beyond, element.getBoundingClientRect().left - 8)}px`;
    element.querySelector<HTMLElement>('input, select, button')?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="popover"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        if (to && !root.current?.contains(to)) setOpen(false);
      }}
    >
      <button
        type="button"
        ref={button}
        class={primary ? 'button primary' : 'button pick'}
        data-active={active}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
        <span class="caret" aria-hidden="true" />
      </button>
      {open && (
        <fieldset class="popover-panel" id={id} ref={panel}>
          <legend class="visually-hidden">{title}</legend>
          {children(close)}
        </fieldset>
      )}
    </div>
  );
}
