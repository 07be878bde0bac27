/**
 * `npm start`: builds the extension and opens it in a browser with a fresh profile, the practice desk in front. With no
 * display (or with --headless) it takes the tour instead and tells it.
 */
import { join } from 'node:path';
import { BrowserError, findBrowser, requireBrowser } from './browsers';
import { BuildError, buildExtension, ROOT } from './build';
import { Interrupted, interruptSignal, unlessAborted } from './interrupt';
import { type Launched, launch } from './launch';
import { coachTicket, tourTickets } from './tour';
import { report } from './tour-report';

const USAGE = `Usage: npm start [-- --headless]

  --headless  without a window: two replies are typed and coached, and what happened is printed

REFRAME_BROWSER chooses the browser: a name (chrome, chromium, edge, firefox) or a path.
`;

async function main(args: string[]): Promise<number> {
  const unknown = args.filter((arg) => arg !== '--headless');
  if (unknown.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const headless = args.includes('--headless') || !hasDisplay();
  const found = findBrowser() ?? requireBrowser('chromium');
  const signal = interruptSignal();
  console.log('Building the extension …');
  const extension = await buildExtension(found.family, signal);
  console.log(`Opening ${found.name} with a fresh profile${headless ? ', without a window' : ''} …`);
  const opened = await launch(found, { headless, extension, signal });
  try {
    await unlessAborted(headless ? tour(opened) : stay(opened), signal);
  } finally {
    await opened.close();
  }
  return 0;
}

async function stay({ closed }: Launched): Promise<void> {
  console.log('The practice desk is open. Close the browser, or press Ctrl+C here, to end.');
  await closed;
}

async function tour({ desk }: Launched): Promise<void> {
  const folder = join(ROOT, '.reframe', 'screenshots');
  for (const [index, ticket] of tourTickets().entries()) {
    const coached = await coachTicket(desk, ticket, folder);
    console.log(`\n${report(coached, index + 1)}`);
  }
}

function hasDisplay(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI && CI !== 'false' && CI !== '0') return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** What to tell, and the exit code. What fails after Ctrl+C fails because of it. */
function explain(error: unknown): number {
  const reason = error instanceof Error ? (error.cause ?? error) : error;
  if (reason instanceof Interrupted) return reason.exitCode;
  if (error instanceof BrowserError) console.error(error.message);
  else if (error instanceof BuildError) console.error(`The extension could not be built:\n\n${error.message}`);
  else console.error(`Reframe stopped: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
