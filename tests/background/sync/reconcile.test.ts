import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fromItems, headIn, type Items, ROOM, sizeOf, toItems } from '../../../lib/background/sync/items';
import { type Account, type Carried, type Known, reconcile } from '../../../lib/background/sync/reconcile';

/** The account, as strict as a browser's. */
function fakeAccount(): Account & { items: Items } {
  let items: Items = {};
  return {
    get items() {
      return items;
    },
    get: async () => structuredClone(items),
    async set(more) {
      const next = { ...items, ...more };
      for (const [key, value] of Object.entries(next))
        if (sizeOf({ [key]: value }) > 8192) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      if (sizeOf(next) > 102_400) throw new Error('QUOTA_BYTES quota exceeded');
      items = structuredClone(next);
    },
    async remove(names) {
      items = Object.fromEntries(Object.entries(items).filter(([key]) => !names.includes(key)));
    },
  };
}

function device(account: Account, text: string) {
  let known: Known | null = null;
  const carried: Carried = {
    name: 'pack',
    read: async () => text,
    take: async (there) => {
      text = there;
    },
  };
  return {
    text: () => text,
    change: (next: string) => {
      text = next;
    },
    async meet(now: number) {
      const outcome = await reconcile(carried, account, known, now);
      known = outcome.known;
      return outcome;
    },
  };
}

let account: ReturnType<typeof fakeAccount>;
beforeEach(() => {
  account = fakeAccount();
});

describe('what is the agent’s own', () => {
  it('goes to their other device, and what is changed there comes back', async () => {
    const [desk, home] = [device(account, 'A'), device(account, '')];
    await desk.meet(1);
    await home.meet(2);
    expect(home.text()).toBe('A');
    home.change('B');
    await home.meet(3);
    await desk.meet(4);
    expect(desk.text()).toBe('B');
  });

  it('is left alone where nothing changed', async () => {
    const desk = device(account, 'A');
    await desk.meet(1);
    const before = account.items;
    await desk.meet(2);
    expect(account.items).toBe(before);
  });

  it('is the newest where both were changed', async () => {
    const [desk, home] = [device(account, 'A'), device(account, 'A')];
    await desk.meet(1);
    await home.meet(2);
    desk.change('of the desk');
    home.change('of home');
    await desk.meet(3);
    await home.meet(4);
    await desk.meet(5);
    expect([desk.text(), home.text()]).toEqual(['of home', 'of home']);
  });

  it('is newer than what it takes the place of, whatever the clocks say', async () => {
    const [desk, home] = [device(account, 'A'), device(account, '')];
    await desk.meet(1_000_000);
    await home.meet(5);
    home.change('B');
    await home.meet(6);
    await desk.meet(1_000_001);
    expect(desk.text()).toBe('B');
  });

  it('is gone from the other device where it was taken off', async () => {
    const [desk, home] = [device(account, 'A'), device(account, '')];
    await desk.meet(1);
    await home.meet(2);
    desk.change('');
    await desk.meet(3);
    await home.meet(4);
    expect(home.text()).toBe('');
  });

  it('puts nothing there where there is nothing', async () => {
    await device(account, '').meet(1);
    expect(account.items).toEqual({});
  });

  it('waits until it is there as a whole', async () => {
    const long = randomBytes(20_000).toString('hex');
    const [desk, home] = [device(account, long), device(account, 'old')];
    await desk.meet(1);
    const last = account.items['pack.1'];
    await account.remove(['pack.1']);
    await home.meet(2);
    expect(home.text()).toBe('old');
    await account.set({ 'pack.1': last });
    await home.meet(3);
    expect(home.text()).toBe(long);
  });

  it('leaves no old parts behind when it is shorter', async () => {
    const desk = device(account, randomBytes(20_000).toString('hex'));
    await desk.meet(1);
    desk.change('short');
    await desk.meet(2);
    expect(Object.keys(account.items).sort()).toEqual(['pack', 'pack.0']);
  });

  it('says that it does not fit, and leaves what is there', async () => {
    const [desk, home] = [device(account, 'A'), device(account, '')];
    await desk.meet(1);
    await account.set({ settings: 'x'.repeat(8000) });
    desk.change(randomBytes(80_000).toString('hex'));
    const outcome = await desk.meet(2);
    expect(outcome).toMatchObject({ tooLarge: { bytes: expect.any(Number), room: ROOM - 8010 } });
    await home.meet(3);
    expect(home.text()).toBe('A');
  });
});

describe('a text in the account', () => {
  it.each(['', 'plain', 'Grüße, 你好', 'x'.repeat(500_000)])('comes back as it was: %.20s', async (text) => {
    const items = await toItems('settings', text, 7);
    const head = headIn('settings', items);
    expect(head?.savedAt).toBe(7);
    expect(head && (await fromItems('settings', head, items))).toBe(text);
  });

  it.each([
    undefined,
    null,
    'x',
    { savedAt: 1 },
    { savedAt: 1, digest: 'x', parts: -1 },
    { savedAt: 1, digest: 'x', parts: 1e9 },
  ])('has no head where something else stands there: %j', (head) => {
    expect(headIn('settings', { settings: head })).toBeNull();
  });
});
