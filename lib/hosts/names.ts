/** What people are called in a helpdesk, and what of it one says to them. Pure. */

const AFTER_A_COMMA = /^(jr|sr|ii|iii|iv|phd|md|esq|mba|bsc|msc)\b\.?/i;
const COMPANY = /\b(inc|ltd|llc|plc|gmbh|ag|bv|sarl|srl|corp|co)\b\.?$/i;

/** 'Priya Raman' and 'Raman, Priya' are Priya; an address, a number or a company's line is no name. */
export function firstName(name: string | undefined): string | undefined {
  const whole = name?.replace(/\s+/g, ' ').trim();
  if (!whole || whole.length > 60 || /[@\d/<>#{}]/.test(whole) || COMPANY.test(whole)) return undefined;
  // Elsewhere the family's name often comes first: the whole name is never wrong.
  if (!/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(whole)) return whole;
  const [family = '', given] = whole.split(/,\s*/);
  const named = given && !AFTER_A_COMMA.test(given) ? given : family;
  const first = named.replace(/^((mr|mrs|ms|mx|miss|dr|prof)\.?\s+)+/i, '').split(' ')[0] ?? '';
  return /^\p{L}[\p{L}'’-]+$/u.test(first) ? asWritten(first, whole) : undefined;
}

/** A name that was typed all in capitals or all small is not said so. */
function asWritten(first: string, whole: string): string {
  if (whole !== whole.toUpperCase() && whole !== whole.toLowerCase()) return first;
  return first.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
