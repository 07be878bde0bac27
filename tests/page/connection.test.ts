import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackgroundToPage, PageToBackground } from '../../lib/messages';
import { type CoachPort, Connection } from '../../lib/page/connection';

/** A port whose other end can be taken away. */
function fakePort() {
  const said: PageToBackground[] = [];
  const onMessage: ((message: BackgroundToPage) => void)[] = [];
  const onDisconnect: (() => void)[] = [];
  const port: CoachPort = {
    postMessage: (message) => said.push(message),
    onMessage: { addListener: (listener) => onMessage.push(listener) },
    onDisconnect: { addListener: (listener) => onDisconnect.push(listener) },
    disconnect: vi.fn(),
  };
  const hear = (message: BackgroundToPage) => {
    for (const listener of onMessage) listener(message);
  };
  const end = () => {
    for (const listener of onDisconnect) listener();
  };
  return { port, said, hear, end };
}

const MESSAGE: PageToBackground = { type: 'suggest', seq: 1, findings: [] };

let ports: ReturnType<typeof fakePort>[];
let life: AbortController;
let page: EventTarget & { visibilityState: string };
const events = { received: vi.fn(), opened: vi.fn(), orphaned: vi.fn() };
const connect = () => {
  const made = fakePort();
  ports.push(made);
  return made.port;
};

beforeEach(() => {
  vi.useFakeTimers();
  ports = [];
  life = new AbortController();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  for (const event of Object.values(events)) event.mockReset();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Connection', () => {
  it('opens when something is to be said', () => {
    const line = new Connection(connect, events, life.signal);
    expect(ports).toHaveLength(0);
    expect(line.post(MESSAGE)).toBe(true);
    expect(ports[0]?.said).toEqual([MESSAGE]);
    expect(events.opened).toHaveBeenCalledOnce();
  });

  it('opens again by itself when the background went, later each time it fails', () => {
    const line = new Connection(connect, events, life.signal);
    line.post(MESSAGE);
    ports[0]?.end();
    vi.advanceTimersByTime(100);
    expect(ports).toHaveLength(2);
    expect(events.opened).toHaveBeenCalledTimes(2);
    ports[1]?.end();
    vi.advanceTimersByTime(100);
    expect(ports).toHaveLength(2);
    vi.advanceTimersByTime(100);
    expect(ports).toHaveLength(3);
    // An answer shows that all is well: the next wait is short again.
    ports[2]?.hear({ type: 'command', command: { name: 'next' } });
    ports[2]?.end();
    vi.advanceTimersByTime(100);
    expect(ports).toHaveLength(4);
  });

  it('lets the background sleep while nobody looks, and is back when somebody does', () => {
    const line = new Connection(connect, events, life.signal);
    line.post(MESSAGE);
    page.visibilityState = 'hidden';
    ports[0]?.end();
    vi.advanceTimersByTime(60_000);
    expect(ports).toHaveLength(1);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(ports).toHaveLength(2);
  });

  it('hears nothing of a line that is gone', () => {
    const line = new Connection(connect, events, life.signal);
    line.post(MESSAGE);
    ports[0]?.end();
    ports[0]?.hear({ type: 'command', command: { name: 'next' } });
    expect(events.received).not.toHaveBeenCalled();
  });

  it('says that there is no extension any more, once, and throws nothing', () => {
    const gone = () => {
      throw new Error('Extension context invalidated.');
    };
    const line = new Connection(gone, { ...events, orphaned: () => events.orphaned(life.abort()) }, life.signal);
    expect(line.post(MESSAGE)).toBe(false);
    expect(line.post(MESSAGE)).toBe(false);
    expect(events.orphaned).toHaveBeenCalledOnce();
  });

  it('ends with its signal', () => {
    const line = new Connection(connect, events, life.signal);
    line.post(MESSAGE);
    life.abort();
    expect(ports[0]?.port.disconnect).toHaveBeenCalledOnce();
    expect(line.post(MESSAGE)).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(ports).toHaveLength(1);
  });
});
