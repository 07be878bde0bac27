/** The sidebar's line to the background. The worker may be stopped at any time: the line is then taken up again. */
import { browser } from 'wxt/browser';
import { type BackgroundToPanel, PANEL_PORT, type PanelToBackground } from '../messages';

export interface Connection {
  say(message: PanelToBackground): void;
  close(): void;
}

interface Listeners {
  onMessage(message: BackgroundToPanel): void;
  /** A new line stands: say again what should be watched. */
  onOpen(say: Connection['say'], again: boolean): void;
  /** The extension was updated or removed under this page: there will be no line any more. */
  onDead(): void;
}

/** Calling at once could spin where the background fails while starting. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export function connectPanel({ onMessage, onOpen, onDead }: Listeners): Connection {
  let port: ReturnType<typeof browser.runtime.connect> | null = null;
  let pause = FIRST_PAUSE_MS;
  let closed = false;

  const say = (message: PanelToBackground) => {
    try {
      port?.postMessage(message);
    } catch {
      // The port closed under us; onDisconnect takes the line up again.
    }
  };

  const open = (again: boolean) => {
    if (closed) return;
    try {
      port = browser.runtime.connect({ name: PANEL_PORT });
    } catch {
      onDead();
      return;
    }
    port.onMessage.addListener((message: unknown) => {
      pause = FIRST_PAUSE_MS;
      onMessage(message as BackgroundToPanel);
    });
    port.onDisconnect.addListener(() => {
      port = null;
      setTimeout(() => open(true), pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
    onOpen(say, again);
  };

  open(false);
  return {
    say,
    close() {
      closed = true;
      port?.disconnect();
    },
  };
}
