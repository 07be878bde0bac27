/** What a rule would flag in the last finished audit, in slices, so that the worker answers others between them. */
import { CHUNK } from '../../audit/run/chunks';
import { RecentMap } from '../../engine/cache';
import type { CompiledBanks } from '../../phrasebank/compile';
import type { TeamRule } from '../../phrasebank/layer';
import type { Database, StoredReply } from '../../store/database';
import type { DryHit, DryRun } from '../types';
import type { InBanks, Layered, Trial } from './layered';
import { RunWords } from './run-words';
import { Side } from './side';

/** ms. */
const SLICE = 60;
/** Places that are shown of each kind: new, gone, same. */
const SHOWN = 200;
/** Wordings of a rule that are remembered: to take a letter back costs nothing. */
const KEPT = 8;

interface Job {
  ticket: number;
  words: RunWords;
  now: Side;
  before: Side;
  shown: Record<DryHit['change'], number>;
  soFar: DryRun;
}

/** What was worked out, as long as it is the same audit and the same layer. */
interface Known {
  words: RunWords;
  below: CompiledBanks;
  sides: RecentMap<string, Side>;
}

export class DryRuns {
  private tickets = 0;
  private job: Job | null = null;
  private known: Known | null = null;

  constructor(
    private readonly database: () => Promise<Database>,
    private readonly layered: Layered,
  ) {}

  /** A ticket to go on with; null where no audit is finished. The one before it is given up. */
  async begin(rule: TeamRule, saved: TeamRule | null): Promise<number | null> {
    this.tickets += 1;
    const ticket = this.tickets;
    this.job = null;
    const trial = await this.layered.trial(rule, saved);
    const run = await lastFinished(await this.database());
    if (!run) return null;
    // Another began meanwhile.
    if (ticket !== this.tickets) return ticket;
    const words = this.known?.words.run.id === run.id ? this.known.words : new RunWords(run);
    this.job = {
      ticket,
      words,
      ...this.sidesOf(trial, words),
      shown: { new: 0, gone: 0, same: 0 },
      soFar: {
        run: run.id,
        name: run.name,
        looked: 0,
        all: run.progress.replies,
        flagged: 0,
        hits: [],
        fresh: 0,
        gone: 0,
        done: false,
      },
    };
    return ticket;
  }

  /** What is found so far, after the next slice; null where it was given up. */
  async goOn(ticket: number): Promise<DryRun | null> {
    const { job } = this;
    if (job?.ticket !== ticket) return null;
    const { soFar } = job;
    const until = performance.now() + SLICE;
    while (soFar.looked < soFar.all && performance.now() < until) {
      await this.look(job);
      if (this.job !== job) return null;
    }
    return { ...soFar, done: soFar.looked >= soFar.all };
  }

  private sidesOf({ now, before }: Trial, words: RunWords): Pick<Job, 'now' | 'before'> {
    const below = before.banks;
    if (this.known?.words !== words || this.known.below !== below)
      this.known = { words, below, sides: new RecentMap(KEPT) };
    const { sides } = this.known;
    const { notes, host } = words.run.engine.options;
    const options = { notes, host };
    const side = (rule: InBanks) =>
      sides.get(JSON.stringify([before.id, rule.id, whatFinds(rule)]), () => new Side(rule, words, options));
    return { now: side(now), before: side(before) };
  }

  /** The next replies. */
  private async look({ words, now, before, shown, soFar }: Job): Promise<void> {
    const seqs = Array.from({ length: Math.min(CHUNK, soFar.all - soFar.looked) }, (_, at) => soFar.looked + at);
    const read = (some: readonly number[]) => this.read(words.run.id, some);
    const isNew = words.known <= soFar.looked;
    const all = isNew ? await read(seqs) : null;
    // Another may have learnt them meanwhile.
    for (const seq of seqs) if (words.known === seq) words.learn(all?.get(seq));
    const replies = all ?? (await read(seqs.filter((seq) => now.asks(seq) || before.asks(seq))));
    for (const seq of seqs) {
      const found = now.at(seq, replies.get(seq));
      const stood = before.at(seq, replies.get(seq));
      const place = found ?? stood;
      if (!place) continue;
      const change = !stood ? 'new' : found ? 'same' : 'gone';
      if (found) soFar.flagged += 1;
      if (change === 'new') soFar.fresh += 1;
      if (change === 'gone') soFar.gone += 1;
      shown[change] += 1;
      if (shown[change] <= SHOWN) soFar.hits.push({ seq, change, ...place });
    }
    soFar.looked += seqs.length;
  }

  private async read(run: string, seqs: readonly number[]): Promise<Map<number, StoredReply>> {
    const first = seqs[0];
    if (first === undefined) return new Map();
    const { store } = (await this.database()).transaction('replies');
    // In one go where it is most of them: many small questions take longer.
    const stored =
      2 * seqs.length > CHUNK
        ? await store.getAll(IDBKeyRange.bound([run, first], [run, first + CHUNK], false, true))
        : await Promise.all(seqs.map((seq) => store.get([run, seq])));
    return new Map(stored.flatMap((one) => (one ? [[one.seq, one]] : [])));
  }
}

/** What of a rule decides where it is found. */
function whatFinds({ id, banks }: InBanks) {
  const entry = banks.ruleIfAny(id)?.entry;
  return entry && [entry.patterns, entry.unless, entry.when, entry.always, entry.severity];
}

async function lastFinished(db: Database) {
  const done = (await db.getAll('runs')).filter(({ phase, progress }) => phase === 'done' && progress.replies > 0);
  return done.sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}
