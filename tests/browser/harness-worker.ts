/**
 * The extension's service worker as the browser sees it: running or stopped. Playwright keeps one Worker object over
 * all its lives, and an evaluation in a stopped one would wait for ever.
 */
import type { BrowserContext, Page, Worker } from 'playwright-core';

/** What the browser reports when nothing in the worker caught an error. */
interface WorkerError {
  errorMessage: string;
  sourceURL: string;
  lineNumber: number;
}

interface WorkerVersion {
  scriptURL: string;
  runningStatus: 'running' | 'starting' | 'stopped' | 'stopping';
}

export interface ServiceWorkerControl {
  /** The running worker; `wake` is called when it sleeps. */
  running(wake: () => Promise<void>): Promise<Worker>;
  /** Stops it as the browser does after a while of rest, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * `page` lends its connection and must stay open; `origin` is the extension's address; errors that nothing in the
 * worker caught are added to `errors`.
 */
export async function controlServiceWorker(
  context: BrowserContext,
  page: Page,
  origin: string,
  errors: string[],
): Promise<ServiceWorkerControl> {
  let status: WorkerVersion['runningStatus'] = 'stopped';
  const listeners = new Set<() => void>();
  const until = (wanted: WorkerVersion['runningStatus']) =>
    new Promise<void>((done) => {
      const check = () => {
        if (status !== wanted) return;
        listeners.delete(check);
        done();
      };
      listeners.add(check);
      check();
    });

  const session = await context.newCDPSession(page);
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }: { versions: WorkerVersion[] }) => {
    const own = versions.find((version) => version.scriptURL.startsWith(origin));
    if (!own) return;
    status = own.runningStatus;
    for (const listener of [...listeners]) listener();
  });
  session.on('ServiceWorker.workerErrorReported', ({ errorMessage: error }: { errorMessage: WorkerError }) => {
    errors.push(`service worker ${error.sourceURL}:${error.lineNumber} ${error.errorMessage}`);
  });
  await session.send('ServiceWorker.enable');
  await until('running');

  return {
    async running(wake) {
      if (status !== 'running') {
        await wake();
        await until('running');
      }
      const worker = context.serviceWorkers().find((candidate) => candidate.url().startsWith(origin));
      if (!worker) throw new Error('The browser runs the service worker, and the test can’t reach it.');
      return worker;
    },
    async stop() {
      if (status === 'stopped') return;
      const stopped = until('stopped');
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
    },
  };
}
