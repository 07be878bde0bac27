/** Before `npm test`: a Chromium and a Firefox, installed where that can be done without asking. */
import { BrowserError, requireBrowser } from './browsers';

try {
  requireBrowser('chromium');
  requireBrowser('firefox');
} catch (error) {
  if (!(error instanceof BrowserError)) throw error;
  console.error(error.message);
  process.exit(1);
}
