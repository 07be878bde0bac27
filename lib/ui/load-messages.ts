/** The interface's words, also where the browser holds them back. */
import { hasMessages, language, setFallback } from './text';

/**
 * To be awaited before a page of the extension draws its first word. Chromium gives a process no messages for as long as
 * it lives where it asked for them while the extension was still being installed, as the practice desk of a first run may:
 * the English catalogue is then taken from the extension's own code. Not by `fetch`: the pages may connect to nothing at all.
 */
export async function loadMessages(): Promise<void> {
  if (!hasMessages()) setFallback((await import('../../public/_locales/en/messages.json')).default);
  document.documentElement.lang = language();
}
