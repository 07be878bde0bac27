import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DRAFT_PRINCIPLES, keyPart, PHRASE_PRINCIPLES, principleLabel } from '../../lib/ui/principles';
import { t } from '../../lib/ui/text';
import english from '../../public/_locales/en/messages.json';

describe('the interface texts', () => {
  it('are read by key, with what is to be put in', () => {
    expect(t('principle_vague_time')).toBe('Vague time');
    expect(t('rewrite_removed', 'soon')).toBe('Taken out: soon');
  });

  it('name every principle, each in its own words', () => {
    const labels = [...PHRASE_PRINCIPLES, ...DRAFT_PRINCIPLES].map(principleLabel);
    expect(labels).toHaveLength(25);
    expect(new Set(labels).size).toBe(25);
    expect(labels).not.toContain('');
    expect(keyPart('refusal-without-option')).toBe('refusal_without_option');
  });

  it('hold to what the browser accepts: keys of letters, digits and _, no lone $', () => {
    for (const [key, { message }] of Object.entries(english)) {
      expect(key).toMatch(/^[A-Za-z0-9_]+$/);
      expect(message.trim(), key).not.toBe('');
      expect(message.replace(/\$\$|\$[1-9]/g, ''), key).not.toContain('$');
    }
  });
});

describe('a process that the browser gave no messages', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const start = async (browserGives: string) => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue(browserGives);
    vi.stubGlobal('document', { documentElement: {} });
    vi.resetModules();
    const text = await import('../../lib/ui/text');
    const { loadMessages } = await import('../../lib/ui/load-messages');
    text.setFallback({});
    await loadMessages();
    return text;
  };

  it('takes the catalogue from the extension itself', async () => {
    expect((await start('')).t('principle_blame')).toBe('Blame');
  });

  it('leaves all to the browser where it has them', async () => {
    expect((await start('Schuld')).t('principle_blame')).toBe('Schuld');
  });
});
