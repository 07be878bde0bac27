/**
 * A proxy that lets nothing through and writes down who asked. Every test browser goes through it, so that a request
 * which no interception sees (from a service worker, or from the browser itself) is still seen.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser asks for by itself, with no page open: its updates, its maker's sign-in. */
const BROWSERS_OWN = [
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edge.microsoft.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
  /\.mozilla\.(com|net|org)$/,
];

export interface RecordingProxy {
  port: number;
  /** Addresses asked for, in order: `host:port` for https, the whole address for http. */
  asked: string[];
  close(): Promise<void>;
}

/**
 * `expected` says of a host that its pages come from fixtures: the browser warms up a connection to it, and a request
 * over it would have been intercepted.
 */
export async function startProxy(expected: (host: string) => boolean): Promise<RecordingProxy> {
  const asked: string[] = [];
  const record = (address: string) => {
    const { hostname } = new URL(address.includes('://') ? address : `https://${address}`);
    const own = BROWSERS_OWN.some((host) => (typeof host === 'string' ? host === hostname : host.test(hostname)));
    if (!own && !expected(hostname)) asked.push(address);
  };
  const server = createServer((request, response) => {
    record(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    record(request.url ?? '');
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Refused by the test\r\n\r\n');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/**
 * Closes a test browser and its proxy, and fails the test file where anything was asked for meanwhile: over the whole
 * suite the extension makes no request. A test that asks on purpose takes it out of `asked`.
 */
export async function closeAsked(browser: { close(): Promise<void> }, proxy: RecordingProxy): Promise<void> {
  await browser.close();
  await proxy.close();
  if (proxy.asked.length) throw new Error(`Asked for, and no fixture answered:\n${proxy.asked.join('\n')}`);
}
