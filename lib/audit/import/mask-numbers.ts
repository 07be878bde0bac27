/** Addresses and numbers that lead to a person, replaced by others of the same shape. Pure. */

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Digits in groups, as phone numbers, cards and accounts are written. */
const NUMBER = /(?<![\p{L}\p{N}#])\+?\(?\d(?:[ ()./-]{0,2}\d){7,21}(?![\p{L}\p{N}])/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/g;
const MASKED_EMAIL = 'name@example.com';

/**
 * Email addresses, phone numbers, card numbers and IBANs. Numbers of orders and parcels stay: a reply is read by whether
 * it takes them up, and without the shop's own records they lead to nobody.
 */
export function maskNumbers(text: string): string {
  if (!/[@\d]/.test(text)) return text;
  return text
    .replace(EMAIL, MASKED_EMAIL)
    .replace(IBAN, (found) => (isIban(found) ? zeroed(found) : found))
    .replace(NUMBER, (found) => (isCard(found) || isPhone(found) ? zeroed(found) : found));
}

function zeroed(text: string): string {
  return text.replace(/\d/g, '0');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** With a country's code, a leading zero, or in the groups of three and four that phones are written in; never a date. */
function isPhone(text: string): boolean {
  const { length } = digitsOf(text);
  if (length < 9 || length > 15 || /^\d{4}[-./]\d{2}[-./]\d{2}|^\d{1,2}([./-])\d{1,2}\1\d{4}/.test(text)) return false;
  return /^(\+|00)/.test(text) || /^\(?0\d/.test(text) || /^\+?\d?[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(text);
}

/** By the check digit that cards have (Luhn). */
function isCard(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length < 13 || digits.length > 19 || /[()/.+]/.test(text)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const twice = Number(digit) * (1 + (index % 2));
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** By the check digits of ISO 13616. */
function isIban(text: string): boolean {
  const packed = text.replace(/ /g, '');
  if (packed.length < 15 || packed.length > 34) return false;
  let rest = 0;
  for (const sign of packed.slice(4) + packed.slice(0, 4)) {
    rest = Number(`${rest}${/\d/.test(sign) ? sign : sign.charCodeAt(0) - 55}`) % 97;
  }
  return rest === 1;
}
