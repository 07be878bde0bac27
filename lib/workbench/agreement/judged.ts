/** The replies that reviewers judged, with their findings. */
import { useEffect, useState } from 'preact/hooks';
import type { Judged } from '../../audit/stats/agreement';
import type { OpenRun } from '../types';

export interface JudgedReply extends Judged {
  seq: number;
  id: string;
}

/** Null until they are read. `reviewer`: '' for all. */
export function useJudged(open: OpenRun, within: ReadonlySet<number> | null, reviewer: string): JudgedReply[] | null {
  const verdicts = open.verdicts.value;
  const [replies, setReplies] = useState<Map<number, Pick<JudgedReply, 'id' | 'findings'>> | null>(null);
  const seqs = [...new Set(verdicts.map(({ seq }) => seq))].sort((a, b) => a - b);
  const wanted = seqs.join();
  useEffect(() => {
    let gone = false;
    void open.read(seqs).then((found) => {
      if (gone) return;
      setReplies(new Map(found.map(({ reply, result }) => [reply.seq, { id: reply.id, findings: result.findings }])));
    });
    return () => {
      gone = true;
    };
  }, [wanted]);
  if (!replies || !within) return null;
  return seqs.flatMap((seq) => {
    const reply = replies.get(seq);
    const said = verdicts.filter((verdict) => verdict.seq === seq && (!reviewer || verdict.reviewer === reviewer));
    return reply && within.has(seq) && said.length > 0 ? [{ seq, ...reply, verdicts: said }] : [];
  });
}
