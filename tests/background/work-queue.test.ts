import { describe, expect, it, vi } from 'vitest';
import { createWorkQueue, nextTask } from '../../lib/background/work-queue';

function setUp() {
  const done: string[] = [];
  const job = (name: string) => () => {
    done.push(name);
  };
  return { queue: createWorkQueue(), done, job };
}

describe('the order of work', () => {
  it('reviews first, the newest first, and one an owner; suggestions after, as they came', async () => {
    const { queue, done, job } = setUp();
    const [a, b] = [{}, {}];
    queue.patient(a, job('suggestion 1'));
    queue.patient(b, job('suggestion 2'));
    queue.urgent(a, job('old review of a'));
    queue.urgent(b, job('review of b'));
    queue.urgent(a, job('review of a'));
    await queue.idle();
    expect(done).toEqual(['review of a', 'review of b', 'suggestion 1', 'suggestion 2']);
  });

  it('forgets what an owner no longer waits for', async () => {
    const { queue, done, job } = setUp();
    const [a, b] = [{}, {}];
    queue.urgent(a, job('review of a'));
    queue.patient(a, job('suggestion of a'));
    queue.patient(b, job('suggestion of b'));
    queue.dropPatient(b);
    queue.drop(a);
    await queue.idle();
    expect(done).toEqual([]);
  });

  it('takes in what comes between two jobs', async () => {
    const { queue, done, job } = setUp();
    const owner = {};
    queue.patient(owner, () => {
      done.push('first suggestion');
      queue.urgent(owner, job('a review that came meanwhile'));
    });
    queue.patient(owner, job('second suggestion'));
    await queue.idle();
    expect(done).toEqual(['first suggestion', 'a review that came meanwhile', 'second suggestion']);
  });

  it('goes on after a job that fails, and after a rest', async () => {
    const { queue, done, job } = setUp();
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    queue.urgent({}, job('later'));
    queue.urgent({}, () => {
      throw new Error('broken');
    });
    await queue.idle();
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    await nextTask();
    queue.urgent({}, job('after a rest'));
    await queue.idle();
    expect(done).toEqual(['later', 'after a rest']);
  });
});
