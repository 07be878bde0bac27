import { readFileSync } from 'node:fs';
import type { Reply } from '../../lib/audit/model';
import { messagesOf } from '../../lib/audit/run/banks';
import type { TeamRule } from '../../lib/phrasebank/layer';
import type { Database } from '../../lib/store/database';
import type { DryRun } from '../../lib/studio/types';
import { type Bench, createBench } from '../../lib/studio/worker/bench';
import { ownWordsTexts } from '../../lib/ui/own-words-texts';
import { startedRun } from '../audit/run/helpers';

/** A rule of the team's with what a test does not care for filled in. */
export function teamRule(rule: Partial<TeamRule> & Pick<TeamRule, 'id'>): TeamRule {
  return {
    principle: 'jargon',
    patterns: [],
    always: true,
    severity: 'medium',
    message: 'Say it plainly.',
    source: 'test',
    examples: [],
    ...rule,
  };
}

/** Replies of the corpus with their customers' messages. */
export function corpusReplies(file = 'tests/corpus/threads.jsonl'): Omit<Reply, 'seq'>[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line, at) => {
    const { id, draft, customer, earlier, customerName, agentName, channel } = JSON.parse(line);
    const team = at % 2 ? 'Orders' : 'Billing';
    return { id, draft, agent: agentName, team, conversation: { customer, earlier, customerName, agentName, channel } };
  });
}

/** A finished audit of these replies. What their reviews found does not matter: that there are reviews does. */
export async function addFinishedRun(db: Database, id: string, replies: readonly Omit<Reply, 'seq'>[]): Promise<void> {
  const run = startedRun(id, { name: `${id}.csv`, bytes: 1, format: 'csv' }, { shape: 'replies', columns: {} });
  const progress = { ...run.progress, replies: replies.length, reviewed: replies.length };
  await db.put('runs', { ...run, phase: 'done', state: 'done', progress, scored: replies.length });
  const transaction = db.transaction('replies', 'readwrite');
  for (const [seq, reply] of replies.entries()) {
    const result = { id: reply.id, mood: 'calm', score: 1, criteria: {}, findings: [], strengths: [] };
    // biome-ignore lint/suspicious/noExplicitAny: a review in name only.
    void transaction.store.put({ run: id, seq, reply: { ...reply, seq }, result: result as any });
  }
  await transaction.done;
}

export function testBench(database: () => Promise<Database>): Bench {
  return createBench({ database, texts: messagesOf(ownWordsTexts()), pause: async () => {} });
}

/** A dry run to its end. */
export async function dryRunOf(bench: Bench, rule: TeamRule, saved: TeamRule | null = null): Promise<DryRun> {
  const ticket = await bench.beginDryRun(rule, saved);
  for (;;) {
    const run = ticket === null ? null : await bench.goOnDryRun(ticket);
    if (!run) throw new Error('The dry run was given up.');
    if (run.done) return run;
  }
}
