/**
 * Starts the coach in a page: the content script's on a helpdesk, and the practice desk's own. Follows the settings: off
 * means that nothing of the coach is left in the page.
 */
import { browser } from 'wxt/browser';
import type { HostAdapter } from '../hosts/types';
import { type BackgroundToPage, PAGE_PORT, type Snapshot } from '../messages';
import { changeSettings, loadSettings, type Settings, watchSettings } from '../store/settings';
import { isPermitted } from '../store/sites';
import { Coach } from './coach';
import { type Connect, Connection } from './connection';
import { type Gate, gateFor, wake } from './gate';
import { clearLeftovers } from './leftovers';
import { isWithinReach, placeOf } from './place';
import { emptySnapshot } from './snapshot';

export interface StartOptions {
  /** The adapters for the addresses that this script runs at. */
  hosts: readonly HostAdapter[];
  /** Default: a port to the background. */
  connect?: Connect;
  /** Ends the coach and takes away all that it added. */
  signal: AbortSignal;
}

/** Longer timers than this overflow; the gate is looked at again then. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function startCoach({ hosts, connect = connectBackground, signal }: StartOptions): void {
  if (isWithinReach(window) || placeOf(window).protocol === 'about:') return;
  const life = new AbortController();
  signal.addEventListener('abort', () => life.abort());
  void loadSettings().then(
    (settings) => life.signal.aborted || new CoachedPage(hosts, connect, settings, life),
    // Without settings there is no extension any more: this page was left behind by an update.
    () => life.abort(),
  );
}

const connectBackground: Connect = () => browser.runtime.connect({ name: PAGE_PORT }) as unknown as ReturnType<Connect>;

class CoachedPage {
  readonly #connection: Connection;
  #running: { coach: Coach; stop: AbortController } | null = null;
  #gate: Gate = { state: 'off' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Snapshot = emptySnapshot();

  constructor(
    private readonly hosts: readonly HostAdapter[],
    connect: Connect,
    private settings: Settings,
    private readonly life: AbortController,
  ) {
    const { signal } = life;
    this.#connection = new Connection(
      connect,
      {
        received: (message) => this.#received(message),
        opened: () => this.#opened(),
        orphaned: () => life.abort(),
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#running?.stop.abort();
    });
    watchSettings((next) => {
      this.settings = next;
      this.#follow();
      this.#running?.coach.settingsChanged();
    }, signal);
    this.#follow();
  }

  /** Starts or stops the coach, as the settings and the clock say. */
  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    if (this.life.signal.aborted) return;
    if (!isPermitted(this.settings, placeOf(window))) {
      // The permission was taken back, in the settings or on the browser's own page: nothing of the coach stays.
      this.life.abort();
      return;
    }
    this.#gate = gateFor(this.settings, placeOf(window).hostname, Date.now());
    if (this.#gate.state === 'on') this.#start();
    else this.#stop();
    const until = this.#gate.state === 'snoozed' ? this.#gate.snooze.until : null;
    if (until !== null) this.#timer = setTimeout(this.#follow, Math.min(until - Date.now() + 1, LONGEST_TIMER_MS));
  };

  #start(): void {
    if (this.#running) return;
    clearLeftovers(document);
    const stop = new AbortController();
    const coach = new Coach({
      hosts: this.hosts,
      settings: () => this.settings,
      post: (message) => void this.#connection.post(message),
      publish: (snapshot) => this.#publish(snapshot),
      signal: stop.signal,
    });
    this.#running = { coach, stop };
  }

  #stop(): void {
    this.#running?.stop.abort();
    this.#running = null;
    const { state } = this.#gate;
    const snooze = this.#gate.state === 'snoozed' ? this.#gate.snooze : null;
    // What was typed is not passed on while the coach is off, and neither is what it was before.
    this.#publish({
      ...emptySnapshot(),
      surface: this.#last.surface,
      status: state === 'on' ? 'no-box' : state,
      snooze,
    });
  }

  /** A frame without a reply box says nothing: helpdesks have dozens of them. */
  #publish(snapshot: Snapshot): void {
    this.#last = snapshot;
    if (window === window.top || snapshot.surface || snapshot.report)
      this.#connection.post({ type: 'snapshot', snapshot });
  }

  #opened(): void {
    if (this.#running) this.#running.coach.sayAgain();
    else this.#publish(this.#last);
  }

  #received(message: BackgroundToPage): void {
    if (this.#running) this.#running.coach.received(message);
    else if (message.type === 'command' && message.command.name === 'wake') {
      void changeSettings((settings) => wake(settings, placeOf(window).hostname));
    }
  }
}
