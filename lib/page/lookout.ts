/** Looks out for a helpdesk that has changed under its adapter, so that the coach does not fall silent without a word. */
import { knowsAnyBox } from '../hosts';
import { hostReport } from '../hosts/report';
import type { HostAdapter } from '../hosts/types';
import type { HostReport } from '../messages';
import { placeOf } from './place';

/** Helpdesks build their pages for seconds: only what is missing after these is missed. */
const PATIENCE_MS = 3_000;

export interface LookoutParts {
  /** Something is missing now, or there again. */
  changed(): void;
}

export class Lookout {
  report: HostReport | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: (() => void) | null = null;

  constructor(
    private readonly parts: LookoutParts,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** The focus moved, or the page changed. `box` is the reply box that the agent is in. */
  look(host: HostAdapter, box: Element | null): void {
    this.#last = () => this.#find(host, box);
    if (this.report && this.report.missing !== stillMissing(host, box)) {
      this.report = null;
      this.parts.changed();
    }
    if (this.report || !suspect(host, box)) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#last?.();
    }, PATIENCE_MS);
  }

  #find(host: HostAdapter, box: Element | null): void {
    const missing = suspect(host, box);
    if (!missing) return;
    this.report = hostReport(host, missing, placeOf(window), document, focusedElement());
    this.parts.changed();
  }
}

/** The element with the focus, within shadow roots too. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** What seems to be missing: a reply box while the agent writes somewhere else, or all messages beside the reply box. */
function suspect(host: HostAdapter, box: Element | null): HostReport['missing'] | null {
  const missing = stillMissing(host, box);
  return missing === 'box' && !writes(focusedElement()) ? null : missing;
}

/** As `suspect`, also when the agent has gone elsewhere meanwhile, such as to the sidebar. */
function stillMissing(host: HostAdapter, box: Element | null): HostReport['missing'] | null {
  if (!host.expectsBox?.(placeOf(window))) return null;
  if (!box) return knowsAnyBox(host, document) ? null : 'box';
  const ticket = host.ticket(box);
  const knowsThread = host.thread.some(({ items }) => ticket?.querySelector(items));
  return ticket && host.thread.length > 0 && !knowsThread ? 'thread' : null;
}

function writes(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
