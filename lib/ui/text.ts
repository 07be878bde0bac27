/**
 * The interface's words. They stand in `public/_locales/<language>/messages.json`; the keys are typed on the English
 * file, so that a word that is missing does not compile.
 */
import { browser } from 'wxt/browser';
import english from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof english;

// A built extension always has the browser's own catalogue; the English file is for tests and the command line, and
// the bundler drops it from what is shipped.
let fallback: Catalogue = import.meta.env?.MODE === 'production' ? {} : english;

type Catalogue = Partial<Record<MessageKey, { message: string }>>;

/** What `t` falls back to from now on. */
export function setFallback(catalogue: Catalogue): void {
  fallback = catalogue;
}

/** Whether the browser has the extension's messages at hand: see load-messages.ts. */
export function hasMessages(): boolean {
  return fromBrowser('extensionName', []) !== '';
}

/**
 * The text for `key` in the browser's language, with `$1` to `$9` replaced by the substitutions. Falls back to English
 * where there is no browser, and to the key itself rather than to nothing.
 */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  const values = substitutions.map(String);
  return fromBrowser(key, values) || fill(fallback[key]?.message ?? key, values);
}

type Plural = { [K in MessageKey]: K extends `${infer Base}_other` ? Base : never }[MessageKey];

/** As `t`, for a number: picks `<base>_one` or `<base>_other`, all that our languages have; `$1` is the number. */
export function plural(base: Plural, count: number, ...substitutions: (string | number)[]): string {
  const category = new Intl.PluralRules(t('language')).select(count);
  return t(`${base}_${category}` as MessageKey, count, ...substitutions);
}

/**
 * The language that the interface is in (BCP 47), for dates and numbers: the browser's, with its region, where
 * the words are in it; else the words' own.
 */
export function language(): string {
  const words = t('language');
  try {
    const own = browser.i18n.getUILanguage();
    return own.startsWith(words) ? own : words;
  } catch {
    return words;
  }
}

function fromBrowser(key: string, values: string[]): string {
  try {
    return browser.i18n.getMessage(key as never, values);
  } catch {
    // No browser, or a page whose extension was updated under it.
    return '';
  }
}

function fill(message: string, values: string[]): string {
  return message.replace(/\$\$|\$([1-9])/g, (found, digit?: string) =>
    digit ? (values[Number(digit) - 1] ?? '') : (found[0] ?? ''),
  );
}
