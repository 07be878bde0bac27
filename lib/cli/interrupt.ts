/** Ctrl+C and its relatives, told once to whoever must clean up. */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const CALLERS_CHECK_MS = 500;

/** Why the run ends: `exitCode` as shells have it, 128 and the signal's number. */
export class Interrupted extends Error {
  constructor(readonly exitCode: number) {
    super('Interrupted.');
  }
}

/**
 * Aborts with an `Interrupted` at the first signal. Also when npm is gone: one that is ended by name ends without telling
 * the shell between it and us, and would leave us behind with an open browser.
 */
export function interruptSignal(): AbortSignal {
  const leaving = new AbortController();
  const leave = (signal: NodeJS.Signals) => leaving.abort(new Interrupted(128 + constants.signals[signal]));
  for (const signal of SIGNALS) process.on(signal, leave);
  const callers = callersUpToNpm();
  setInterval(() => {
    if (!callers.every(isAlive)) leave('SIGHUP');
  }, CALLERS_CHECK_MS).unref();
  return leaving.signal;
}

/** The processes that we were started by, from our parent to npm; none where there is no npm, or no `ps`. */
function callersUpToNpm(): number[] {
  const callers: number[] = [];
  for (let pid = process.ppid; pid > 1 && callers.length < 4; ) {
    callers.push(pid);
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(processLine(pid)) ?? [];
    if (command === undefined) return [];
    if (/\bnpm\b/.test(command)) return callers;
    pid = Number(parent);
  }
  return [];
}

function processLine(pid: number): string {
  return spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** `work`, or a rejection with the reason as soon as the signal aborts. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    if (signal.aborted) failed(signal.reason);
    signal.addEventListener('abort', () => failed(signal.reason));
    work.then(done, failed);
  });
}
