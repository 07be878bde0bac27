/**
 * `npm start`: builds the extension and opens it in a browser with a fresh profile, the practice desk in front. With no
 * display (or with --headless) it takes the tour instead and tells it.
 */
import { join } from 'node:path';
import { BrowserError, findBrowser, requireBrowser } from './browsers';
import { BuildError, buildExtension, ROOT } from './build';
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
  console.log('Building the extension …');
  const extension = buildExtension(found.family);
  console.log(`Opening ${found.name} with a fresh profile${headless ? ', without a window' : ''} …`);

  const leaving = new AbortController();
  const launched = launch(found, { headless, extension, signal: leaving.signal });
  const interrupted = onInterrupt(leaving, launched);
  const opened = await Promise.race([launched, interrupted]);
  if (opened === null) return INTERRUPTED;
  try {
    return (await Promise.race([headless ? tour(opened) : stay(opened), interrupted])) ?? INTERRUPTED;
  } finally {
    await opened.close();
  }
}

/** 128 + SIGINT, as shells have it. */
const INTERRUPTED = 130;

/** Null at the first Ctrl+C, when the browser and its profile are gone. */
function onInterrupt(leaving: AbortController, launched: Promise<Launched>): Promise<null> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, async () => {
        leaving.abort();
        await launched.then((opened) => opened.close()).catch(() => {});
        done(null);
      });
    }
  });
}

async function stay({ closed }: Launched): Promise<number> {
  console.log('The practice desk is open. Close the browser, or press Ctrl+C here, to end.');
  await closed;
  return 0;
}

async function tour({ desk }: Launched): Promise<number> {
  const folder = join(ROOT, '.reframe', 'screenshots');
  for (const [index, ticket] of tourTickets().entries()) {
    const coached = await coachTicket(desk, ticket, folder);
    console.log(`\n${report(coached, index + 1)}`);
  }
  return 0;
}

function hasDisplay(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI && CI !== 'false' && CI !== '0') return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof BrowserError) console.error(error.message);
  else if (error instanceof BuildError) console.error(`The extension could not be built:\n\n${error.message}`);
  else console.error(`Reframe could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
