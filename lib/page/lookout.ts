/** Looks out for a helpdesk that has changed under its adapter, so that the coach does not fall silent without a word. */
import { isTextArea, type Scope } from '../dom';
import { knowsAnyBox } from '../hosts/boxes';
import { queryAll } from '../hosts/deep-query';
import { hostReport } from '../hosts/report';
import { ticketOf } from '../hosts/ticket';
import type { HostAdapter } from '../hosts/types';
import type { HostReport } from '../messages';
import { placeOf } from './place';

/** Helpdesks build their pages for seconds: only what is missing after these is missed. */
const PATIENCE_MS = 3_000;

export interface LookoutParts {
  /** The documents and shadow roots that can be looked into, and what has the focus in them. */
  scopes: Iterable<Scope> & { readonly focused: Element | null };
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
    if (this.report && this.report.missing !== this.#stillMissing(host, box)) {
      this.report = null;
      this.parts.changed();
    }
    if (this.report || !this.#suspect(host, box)) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#last?.();
    }, PATIENCE_MS);
  }

  #find(host: HostAdapter, box: Element | null): void {
    const missing = this.#suspect(host, box);
    if (!missing) return;
    this.report = hostReport(host, missing, placeOf(window), document, this.parts.scopes.focused);
    this.parts.changed();
  }

  /** What seems to be missing: a reply box while the agent writes somewhere else, or all messages beside the reply box. */
  #suspect(host: HostAdapter, box: Element | null): HostReport['missing'] | null {
    const missing = this.#stillMissing(host, box);
    return missing === 'box' && !writes(this.parts.scopes.focused) ? null : missing;
  }

  /** As `#suspect`, also when the agent has gone elsewhere meanwhile, such as to the sidebar. */
  #stillMissing(host: HostAdapter, box: Element | null): HostReport['missing'] | null {
    if (!host.expectsBox?.(placeOf(window))) return null;
    if (!box) return [...this.parts.scopes].some((scope) => knowsAnyBox(host, scope)) ? null : 'box';
    const ticket = ticketOf(host, box);
    // A new mail, a message to a colleague: no customer's words belong to it.
    const thread = ticket && host.answers ? host.answers(box, ticket) : ticket;
    if (!thread || host.thread.length === 0) return null;
    return host.thread.some(({ items }) => queryAll(thread, items).length > 0) ? null : 'thread';
  }
}

function writes(element: Element | null): boolean {
  return element !== null && (isTextArea(element) || (element as HTMLElement).isContentEditable);
}
