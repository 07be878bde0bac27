import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type PackPolicy, takePackPolicy } from '../../../lib/background/pack/policy-pack';
import { NO_PACK } from '../../../lib/pack/pack';

let did: string[];
const packs = {
  async take(text: string) {
    did.push(`take ${text}`);
    return NO_PACK;
  },
  async setKey(key: string | null) {
    did.push(`key ${key}`);
  },
  async withdraw() {
    did.push('withdraw');
    return NO_PACK;
  },
};
const MINUTE = 60_000;
const NOTHING = { pack: null, packKey: null };
const says = (said: Partial<PackPolicy>, minute = 0, gone: string[] = [], judgedBy = '') =>
  takePackPolicy({ ...NOTHING, ...said }, new Set(gone), packs, judgedBy, minute * MINUTE);

beforeEach(() => {
  fakeBrowser.reset();
  did = [];
});

describe('the policy’s pack', () => {
  it('is taken with its key, once', async () => {
    await says({ pack: 'P', packKey: ' K\n' });
    await says({ pack: 'P', packKey: ' K\n' });
    expect(did).toEqual(['key K', 'take P', 'key K']);
  });

  it('is looked at again where it, its key or what it is judged by is another', async () => {
    await says({ pack: 'P', packKey: 'K' });
    await says({ pack: 'Q', packKey: 'K' });
    await says({ pack: 'Q', packKey: 'L' });
    await says({ pack: 'Q', packKey: 'L' }, 0, [], 'another team');
    expect(did.filter((one) => one.startsWith('take'))).toEqual(['take P', 'take Q', 'take Q', 'take Q']);
  });

  it('stays while the browser does not know its policies yet, and goes when they stay away', async () => {
    await says({ pack: 'P', packKey: 'K' });
    did = [];
    await says({}, 1);
    await says({}, 10);
    expect(did).toEqual([]);
    await says({}, 11);
    expect(did).toEqual(['key null', 'withdraw']);
  });

  it('counts from anew when it was there meanwhile', async () => {
    await says({ pack: 'P', packKey: 'K' });
    await says({}, 1);
    await says({ pack: 'P', packKey: 'K' }, 5);
    did = [];
    await says({}, 12);
    expect(did).toEqual([]);
  });

  it('goes at once where the browser says that it is gone, and its key stays', async () => {
    await says({ pack: 'P', packKey: 'K' });
    did = [];
    await says({ packKey: 'K' }, 1, ['pack']);
    expect(did).toEqual(['key K', 'withdraw']);
    await says({ pack: 'P', packKey: 'K' }, 2);
    expect(did.at(-1)).toBe('take P');
  });
});
