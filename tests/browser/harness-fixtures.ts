/** Fixture pages, served at a helpdesk's real address by intercepting requests: what is tested is the shipped manifest. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, normalize } from 'node:path';

/** HTML as text, or a file (an address relative to the project's folder); with headers such as a policy of the page. */
export type Body = ({ html: string } | { file: string }) & { headers?: Record<string, string> };

export interface Fixture {
  contentType: string;
  body: Buffer;
  headers?: Record<string, string>;
}

/** Under this path every host that is served has the editor engines: bundles, and those that ship as a folder. */
const ENGINES = '/_engine/';
const SHIPPED = /^(tinymce|ckeditor4)\//;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

export class Fixtures {
  #served: { address: string; body: Body }[] = [];

  /** The whole address, or its beginning and a `*`. The newest entry for an address wins. */
  serve(address: string, body: Body): void {
    this.#served.unshift({ address, body });
  }

  /** Some page of this host is served. */
  has(host: string): boolean {
    return this.#served.some(({ address }) => new URL(address).hostname === host);
  }

  find(address: string): Fixture | null {
    const engine = this.#engine(address);
    if (engine) return engine;
    const bare = address.replace(/#.*$/, '');
    const entry = this.#served.find(({ address: wanted }) =>
      wanted.endsWith('*') ? bare.startsWith(wanted.slice(0, -1)) : bare === wanted,
    );
    if (!entry) return null;
    const { headers } = entry.body;
    if ('html' in entry.body) {
      return { contentType: 'text/html; charset=utf-8', body: Buffer.from(entry.body.html), headers };
    }
    return { ...fileFixture(entry.body.file), headers };
  }

  /** A file of an editor engine, for hosts of which any page is served. */
  #engine(address: string): Fixture | null {
    const { hostname, pathname } = new URL(address);
    if (!pathname.startsWith(ENGINES) || !this.has(hostname)) return null;
    const path = decodeURIComponent(pathname.slice(ENGINES.length));
    const file = normalize(`${SHIPPED.test(path) ? 'node_modules' : '.output/engines'}/${path}`);
    return existsSync(file) ? fileFixture(file) : null;
  }
}

function fileFixture(file: string): Fixture {
  return { contentType: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
}

/** An answer for what browsers ask for by themselves on any site, and what is no request of ours. */
export function isFavicon(address: string): boolean {
  return new URL(address).pathname === '/favicon.ico';
}
