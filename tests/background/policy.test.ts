import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takePolicy } from '../../lib/background/policy';
import { changeSettings, loadLocked, loadSettings } from '../../lib/store/settings';

const policy = (settings: object) => JSON.stringify({ reframe: 'settings', schema: 1, settings });
const says = (text: string | null) => async () => text;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('the organisation’s settings', () => {
  it('lie over the agent’s, and only over those that they name', async () => {
    await changeSettings(() => ({ notes: 'respect', maxUnderlines: 3 }));
    await takePolicy(says(policy({ notes: 'off' })));
    expect(await loadSettings()).toMatchObject({ notes: 'off', maxUnderlines: 3 });
    expect([...(await loadLocked())]).toEqual(['notes']);
  });

  it('cannot be changed by the agent, whose own come back with the policy’s end', async () => {
    await changeSettings(() => ({ notes: 'respect' }));
    await takePolicy(says(policy({ notes: 'off' })));
    const changed = await changeSettings(() => ({ notes: 'respect', maxUnderlines: 8 }));
    expect(changed).toMatchObject({ notes: 'off', maxUnderlines: 8 });
    await takePolicy(says(null), 0);
    await takePolicy(says(null), 20 * 60_000);
    expect(await loadSettings()).toMatchObject({ notes: 'respect', maxUnderlines: 8 });
    expect((await loadLocked()).size).toBe(0);
  });

  it('can switch off what is counted for the agent, and not order it', async () => {
    await changeSettings(() => ({ counting: false }));
    await takePolicy(says(policy({ counting: true, keepExamples: true })));
    expect(await loadSettings()).toMatchObject({ counting: false, keepExamples: false });
    expect((await loadLocked()).size).toBe(0);
    await changeSettings(() => ({ counting: true, keepExamples: true }));
    await takePolicy(says(policy({ counting: false, keepExamples: false })));
    expect(await loadSettings()).toMatchObject({ counting: false, keepExamples: false });
    expect([...(await loadLocked())].sort()).toEqual(['counting', 'keepExamples']);
  });

  it('stay while the browser does not know its policies yet', async () => {
    await takePolicy(says(policy({ notes: 'off' })));
    await takePolicy(says(null), 1_000);
    await takePolicy(says(null), 60_000);
    expect((await loadSettings()).notes).toBe('off');
    await takePolicy(says(policy({ notes: 'off' })));
    await takePolicy(says(null), 20 * 60_000);
    expect((await loadSettings()).notes).toBe('off');
  });

  it.each(['{', policy({ notes: 'never' }), policy({ telemetry: true })])(
    'with a fault are not taken, and the last good ones stay: %s',
    async (broken) => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => {});
      await takePolicy(says(policy({ notes: 'off' })));
      await takePolicy(says(broken));
      expect((await loadSettings()).notes).toBe('off');
      expect(said).toHaveBeenCalledOnce();
    },
  );
});
