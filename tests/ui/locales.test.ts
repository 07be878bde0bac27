/** The interface's languages: each has every word of the English one, with the same gaps, and what stores allow. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Catalogue = Record<string, { message: string }>;

const FOLDER = 'public/_locales';
const read = (locale: string): Catalogue => JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, 'utf8'));
const english = read('en');
const locales = readdirSync(FOLDER);

/** '$1' to '$9', each as often as it stands there. '$$' is a dollar. */
const gaps = (message: string) => (message.replaceAll('$$', '').match(/\$[1-9]/g) ?? []).sort();

/** Texts that a coach puts into a draft, which is in English: they stay as they are. */
const IN_THE_DRAFT = /^time_/;

describe.each(locales)('%s', (locale) => {
  const catalogue = read(locale);

  it('has the keys of the English texts, in their order', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
  });

  it('has no empty text, and the gaps of the English one in each', () => {
    for (const [key, { message }] of Object.entries(catalogue)) {
      expect(message.trim(), key).not.toBe('');
      expect(gaps(message), key).toEqual(gaps(english[key]?.message ?? ''));
    }
  });

  it('has one form for one and one for more, as the sentences are made', () => {
    const categories = new Intl.PluralRules(catalogue.language?.message).resolvedOptions().pluralCategories;
    expect(catalogue.language?.message).toBe(locale);
    expect([...categories].sort()).toEqual(['one', 'other']);
  });

  it('keeps to the lengths that the stores allow for name and description', () => {
    expect(catalogue.extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(catalogue.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });

  it('leaves what is put into an English draft in English', () => {
    for (const [key, { message }] of Object.entries(catalogue)) {
      if (IN_THE_DRAFT.test(key)) expect(message, key).toBe(english[key]?.message);
    }
  });
});

describe('German', () => {
  it('is another language than English, but for names and signs', () => {
    const german = read('de');
    const words = Object.entries(german).filter(
      ([key, { message }]) => !IN_THE_DRAFT.test(key) && /\p{L}{4}/u.test(message),
    );
    const same = words.filter(([key, { message }]) => message === english[key]?.message).map(([key]) => key);
    expect(same.length, same.join(', ')).toBeLessThan(words.length * 0.03);
  });

  it('has its own quotation marks and dots', () => {
    for (const [key, { message }] of Object.entries(read('de'))) {
      if (!IN_THE_DRAFT.test(key)) expect(message, key).not.toMatch(/“[^„]*”|\w…$(?<!\bVon …)/);
    }
  });
});
