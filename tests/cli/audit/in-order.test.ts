import { expect, test, vi } from 'vitest';
import { batchesOf } from '../../../lib/cli/audit/batches';
import { inOrder } from '../../../lib/cli/audit/in-order';

async function* numbers(count: number, asked?: (number: number) => void) {
  for (let number = 0; number < count; number += 1) {
    asked?.(number);
    yield number;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Work that is done when the test says so. */
function byHand() {
  const done: (() => void)[] = [];
  const work = async (number: number) => {
    await new Promise<void>((resolve) => (done[number] = resolve));
    return number;
  };
  return { done, work };
}

test('results come in the order of the source, whichever is done first', async () => {
  const { done, work } = byHand();
  const results = all(inOrder(numbers(4), work, 4));
  await vi.waitFor(() => expect(done.length).toBe(4));
  for (const finish of done.toReversed()) finish();
  expect(await results).toEqual([0, 1, 2, 3]);
});

test('no more is begun than was asked for', async () => {
  const asked: number[] = [];
  const { done, work } = byHand();
  const results = all(
    inOrder(
      numbers(9, (number) => asked.push(number)),
      work,
      3,
    ),
  );
  await vi.waitFor(() => expect(done.length).toBe(3));
  // One more is read ahead, and none of it is begun.
  expect(asked.length).toBeLessThanOrEqual(4);
  expect(done.length).toBe(3);
  for (let number = 0; number < 9; number += 1) {
    await vi.waitFor(() => expect(done[number]).toBeDefined());
    done[number]?.();
  }
  expect(await results).toHaveLength(9);
});

test('a result is given while the source still waits', async () => {
  async function* waiting() {
    yield 1;
    await new Promise(() => {});
  }
  const results = inOrder(waiting(), async (number) => number, 4);
  expect(await results.next()).toEqual({ done: false, value: 1 });
});

test.each([
  ['the work', numbers(3), () => Promise.reject(new Error('no'))],
  [
    'the source',
    (async function* () {
      yield 1;
      throw new Error('no');
    })(),
    async () => 1,
  ],
])('a fault of %s is thrown', async (_name, source, work) => {
  await expect(all(inOrder<number, number>(source, work, 2))).rejects.toThrow('no');
});

test('batches are full where there is enough, and none is lost', async () => {
  expect((await all(batchesOf(numbers(7), 3))).map((batch) => batch.length)).toEqual([3, 3, 1]);
  expect(await all(batchesOf(numbers(0), 3))).toEqual([]);
});

test('a batch goes on its way where nothing more is there just now', async () => {
  async function* waiting() {
    yield 1;
    await new Promise(() => {});
  }
  expect(await batchesOf(waiting(), 32).next()).toEqual({ done: false, value: [1] });
});
