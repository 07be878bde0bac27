import { describe, expect, it } from 'vitest';
import type { Reply, Verdict } from '../../lib/audit/model';
import {
  findReplies,
  mergeVerdicts,
  readVerdictFile,
  VerdictFileError,
  verdictFile,
} from '../../lib/audit/verdict-file';

const ABOUT = { audit: 'March', coach: 'Reframe 0.1.0', exported: '2026-04-01T09:00:00.000Z' };

const verdict = (seq: number, reviewer: string, at = '2026-03-02T10:00:00.000Z'): Verdict => ({
  run: 'mine',
  seq,
  reviewer,
  at,
  findings: { 'blame/you-failed-to@0-24': 'agree' },
  missed: [{ principle: 'jargon', start: 3, end: 6, quote: 'RMA', note: 'Nobody knows it.' }],
  comment: 'Fine.',
  done: true,
});

const fileOf = (...verdicts: Verdict[]) => readVerdictFile(verdictFile(verdicts, (seq) => `T-${seq}`, ABOUT));
const faultOf = (json: string) => {
  try {
    readVerdictFile(json);
  } catch (error) {
    return error;
  }
  throw new Error('It should not be read.');
};

describe('a file of verdicts', () => {
  it('comes back as it went, in another run', () => {
    const { take } = mergeVerdicts(fileOf(verdict(3, 'Ana')), 'theirs', [], ({ seq }) => seq);
    expect(take).toEqual([{ ...verdict(3, 'Ana'), run: 'theirs' }]);
  });

  it('leaves out what has no reply', () => {
    expect(JSON.parse(verdictFile([verdict(3, 'Ana')], () => undefined, ABOUT)).verdicts).toEqual([]);
  });

  it.each([
    ['{"format":', 'json', ''],
    ['null', 'format', ''],
    ['{"sites":[]}', 'format', ''],
    ['{"format":"reframe-verdicts","version":2,"verdicts":[]}', 'version', ''],
    [
      '{"format":"reframe-verdicts","version":1,"audit":"a","coach":"c","exported":"e","verdicts":[{}]}',
      'shape',
      'verdicts.0',
    ],
  ])('that is none says why: %s', (json, why, place) => {
    const fault = faultOf(json);
    expect(fault).toBeInstanceOf(VerdictFileError);
    expect(fault).toMatchObject({ why });
    expect((fault as VerdictFileError).place).toContain(place);
  });

  it('takes no word for a principle that is none, and no word but agree and disagree', () => {
    const text = verdictFile([verdict(1, 'Ana')], () => 'T-1', ABOUT);
    expect(faultOf(text.replace('"jargon"', '"__proto__"'))).toMatchObject({ why: 'shape' });
    expect(faultOf(text.replace('"agree"', '"maybe"'))).toMatchObject({ why: 'shape' });
  });
});

describe('verdicts of another reviewer', () => {
  it('are added; of the same reviewer the newer counts', () => {
    const [old, fresh] = ['2026-03-01T10:00:00.000Z', '2026-03-09T10:00:00.000Z'];
    const here = [verdict(1, 'Ana', fresh), verdict(2, 'Ana', old), verdict(3, 'Ana', old)];
    const file = fileOf(
      verdict(1, 'Ana', old),
      verdict(2, 'Ana', fresh),
      verdict(3, 'Ana', old),
      verdict(1, 'Ben', old),
    );
    const merge = mergeVerdicts(file, 'mine', here, ({ seq }) => (seq === 9 ? undefined : seq));
    expect(merge.take.map(({ seq, reviewer }) => [seq, reviewer])).toEqual([
      [2, 'Ana'],
      [1, 'Ben'],
    ]);
    expect(merge).toMatchObject({ newer: 1, known: 2, unknown: [] });
  });

  it('find their replies by place, else by id, and name those that are not here', async () => {
    const replies: Reply[] = ['T-0', 'T-2', 'T-1', 'T-2'].map((id, seq) => ({ id, seq, draft: '' }));
    const file = fileOf(verdict(0, 'Ana'), verdict(1, 'Ana'), verdict(2, 'Ana'), verdict(7, 'Ana'));
    const pages: number[] = [];
    const seqOf = await findReplies(
      file,
      async (seqs) => seqs.flatMap((seq) => replies[seq] ?? []),
      async function* () {
        for (const reply of replies) {
          pages.push(reply.seq);
          yield [reply];
        }
      },
    );
    expect(file.verdicts.map(seqOf)).toEqual([0, 2, 1, undefined]);
    expect(pages).toEqual([0, 1, 2, 3]);
    expect(mergeVerdicts(file, 'mine', [], seqOf).unknown).toEqual(['T-7']);
  });

  it('read no more of the run than it takes', async () => {
    const seqOf = await findReplies(
      fileOf(verdict(0, 'Ana')),
      async () => [{ id: 'T-0', seq: 0, draft: '' }],
      () => {
        throw new Error('All is known already.');
      },
    );
    expect(seqOf(fileOf(verdict(0, 'Ana')).verdicts[0] as never)).toBe(0);
  });
});
