/**
 * Between the pages, the engine and the sidebars. Holds nothing that a page could not say again: the worker may die
 * at any time.
 */
import type { CoachOptions, Review } from '../engine/types';
import type {
  BackgroundToPage,
  BackgroundToPanel,
  Command,
  PageToBackground,
  PanelToBackground,
  Snapshot,
} from '../messages';
import type { Engine } from './engine';
import { type PortLike, post } from './port';
import { type Frame, isUse, speaker } from './tabs';
import { createWorkQueue, type WorkQueue } from './work-queue';

export type PagePort = PortLike<PageToBackground, BackgroundToPage>;
export type PanelPort = PortLike<PanelToBackground, BackgroundToPanel>;

interface Page extends Frame {
  port: PagePort;
  tab: number;
  asked: Extract<PageToBackground, { type: 'review' }> | null;
  /** The engine's own object for `seq`, which `suggest` needs. */
  reviewed: { seq: number; review: Review } | null;
}

interface Panel {
  port: PanelPort;
  tab: number | null;
}

export interface RelayParts {
  engine: Engine;
  /** The agent's settings for the engine, as they are now. */
  options: () => CoachOptions;
  /** One sentence for people about a failure of the engine. */
  explain: (error: unknown) => string;
  queue?: WorkQueue;
}

export interface Relay {
  addPage(port: PagePort, tab: number): void;
  addPanel(port: PanelPort): void;
  /** To the reply box that the agent last used in this tab. False where there is none. */
  command(tab: number, command: Command): boolean;
  /** The settings changed: every draft is read again with them. */
  reviewAgain(): void;
  idle(): Promise<void>;
}

export function createRelay({ engine, options, explain, queue = createWorkQueue() }: RelayParts): Relay {
  const pages = new Set<Page>();
  const panels = new Set<Panel>();
  let uses = 0;

  const speakerOf = (tab: number) => speaker([...pages].filter((page) => page.tab === tab));

  const show = (panel: Panel) => {
    if (panel.tab === null) return;
    post(panel.port, { type: 'snapshot', tab: panel.tab, snapshot: speakerOf(panel.tab)?.snapshot ?? null });
  };

  const showTab = (tab: number) => {
    for (const panel of panels) if (panel.tab === tab) show(panel);
  };

  const publish = (page: Page, snapshot: Snapshot) => {
    const before = speakerOf(page.tab);
    if (isUse(page.snapshot, snapshot)) page.used = ++uses;
    page.snapshot = snapshot;
    // What another frame says meanwhile is kept, not shown.
    if (before === page || speakerOf(page.tab) === page) showTab(page.tab);
  };

  const review = (page: Page) => {
    const asked = page.asked;
    if (!asked) return;
    queue.dropPatient(page);
    queue.urgent(page, () => {
      try {
        const made = engine.review(asked.draft, asked.conversation, { ...options(), host: asked.host });
        page.reviewed = { seq: asked.seq, review: made };
        post(page.port, { type: 'reviewed', seq: asked.seq, review: made });
      } catch (error) {
        page.reviewed = null;
        post(page.port, { type: 'failed', seq: asked.seq, message: explain(error) });
      }
    });
  };

  const suggest = (page: Page, seq: number, findings: string[]) => {
    for (const finding of findings) {
      queue.patient(page, () => {
        // Stale: the page has a newer draft, whose review it will ask about.
        if (page.reviewed?.seq !== seq || page.asked?.seq !== seq) return;
        // Asked for at the moment of a keystroke: the finding on show was the last review's.
        if (!page.reviewed.review.findings.some(({ id }) => id === finding)) return;
        post(page.port, { type: 'suggested', seq, suggestions: { [finding]: edits(page.reviewed.review, finding) } });
      });
    }
  };

  const edits = (made: Review, finding: string) => {
    try {
      return engine.suggest(made, finding);
    } catch (error) {
      // The finding stands without a rewrite; the others still get theirs.
      console.error(`No rewrite for ${finding}:`, error);
      return [];
    }
  };

  const command = (tab: number, given: Command) => {
    const page = speakerOf(tab);
    if (page) post(page.port, { type: 'command', command: given });
    return page !== null;
  };

  return {
    addPage(port, tab) {
      const page: Page = { port, tab, asked: null, reviewed: null, snapshot: null, used: 0 };
      pages.add(page);
      port.onMessage.addListener((message) => {
        switch (message.type) {
          case 'review':
            page.asked = message;
            review(page);
            break;
          case 'suggest':
            suggest(page, message.seq, message.findings);
            break;
          case 'snapshot':
            publish(page, message.snapshot);
            break;
        }
      });
      port.onDisconnect.addListener(() => {
        pages.delete(page);
        queue.drop(page);
        showTab(tab);
      });
    },

    addPanel(port) {
      const panel: Panel = { port, tab: null };
      panels.add(panel);
      port.onMessage.addListener((message) => {
        switch (message.type) {
          case 'watch':
            panel.tab = message.tab;
            show(panel);
            break;
          case 'command':
            if (panel.tab !== null) command(panel.tab, message.command);
            break;
          case 'why':
            post(port, { type: 'why', principle: message.principle, why: engine.why(message.principle) });
            break;
          case 'rules':
            post(port, { type: 'rules', principles: engine.rules() });
            break;
        }
      });
      port.onDisconnect.addListener(() => panels.delete(panel));
    },

    command,

    reviewAgain() {
      for (const page of pages) if (page.asked) review(page);
    },

    idle: () => queue.idle(),
  };
}
