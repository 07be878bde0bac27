/**
 * What stands in a text letter for letter: web and mail addresses, a macro's placeholders, code. Its words are not the
 * agent's, so that no rule reads them, and no rewrite may change them.
 */
import type { Span } from './types';

export interface Verbatim extends Span {
  kind: 'web' | 'mail' | 'placeholder' | 'code';
}

/** Without a path an address counts only where its ending is a usual one: "thanks.we did" is none. */
const ENDINGS =
  'com|org|net|edu|gov|info|biz|io|co|uk|eu|de|fr|es|it|nl|ca|au|us|app|dev|ai|shop|store|example|test|pdf|csv|txt|json|xlsx?|docx?|html?|jpe?g|png|zip|exe|dmg';
/** `{{name}}`, `{% if … %}`, `{!Contact.Name}`, `${name}`, `#{name}`, `%{name}`, `<<name>>`, `%NAME%`, `{name}`. */
const PLACEHOLDER =
  '\\{\\{\\{?[^{}\\n]{1,200}\\}\\}\\}?|\\{%[^%\\n]{1,200}%\\}|\\{![^{}\\n]{1,120}\\}|[$#%]\\{[^{}\\n]{1,120}\\}|<<[^<>\\n]{1,80}>>|%[A-Z][A-Z0-9_]{1,40}%|\\{[A-Za-z_][\\w.:-]{0,60}\\}';
const CODE = '`[^`\\n]{1,200}`';
const MAIL = "[\\w.+'-]*[\\w+]@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}";
const WEB = `(?:https?:\\/\\/|www\\.)[^\\s<>"]+|(?:[a-z0-9-]+\\.)+[a-z]{2,}\\/[^\\s<>"]*|(?:[\\w-]+\\.)+(?:${ENDINGS})(?![\\w@-]|\\.\\w)`;

const VERBATIM = new RegExp(
  `(?<placeholder>${PLACEHOLDER})|(?<code>${CODE})|(?<mail>${MAIL})|(?<web>(?<!@)(?:${WEB}))`,
  'g',
);
/** Nearly every text has none, which is seen faster than searched. */
const SIGNS = /[./@]\w|[{<%`]/;
/** Marks after an address belong to the sentence. */
const AFTER_ADDRESS = /[.,;:!?)\]'"’”]+$/;

/** In the order of the text, apart from each other. */
export function verbatimIn(text: string): Verbatim[] {
  if (!SIGNS.test(text)) return [];
  return [...text.matchAll(VERBATIM)].map(({ index, 0: found, groups }) => {
    const kind = (Object.entries(groups ?? {}).find(([, matched]) => matched !== undefined)?.[0] ??
      'web') as Verbatim['kind'];
    const length = kind === 'web' ? found.replace(AFTER_ADDRESS, '').length : found.length;
    return { kind, start: index, end: index + length };
  });
}

/** Whether placeholders and code stand in `after` as often as in `before`, to the letter. */
export function keepsVerbatim(before: string, after: string): boolean {
  const left = written(after);
  return written(before).every((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function written(text: string): string[] {
  return verbatimIn(text).flatMap(({ kind, start, end }) =>
    kind === 'placeholder' || kind === 'code' ? [text.slice(start, end)] : [],
  );
}
