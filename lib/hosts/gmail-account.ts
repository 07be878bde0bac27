/** Whose mailbox it is: Gmail marks no message as ours, so that senders are compared with the account. */
import { isDocument } from '../dom';
import { forNow } from './for-now';

const ADDRESS = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g;
const ACCOUNT_BUTTON = [
  'a[aria-label][href*="SignOutOptions"]',
  'a[aria-label*="@"][href*="accounts.google."]',
  '#gb [aria-label*="@"]:is(a, button, [role="button"])',
  ':is(header, [role="banner"]) [aria-label*="@"]:is(a, button, [role="button"])',
];
/** Where anyone gets an address: two people with the same one are no colleagues. */
const PUBLIC_MAIL =
  /^((gmail|googlemail|icloud|me|aol|proton|protonmail|pm|zoho|mail|fastmail|hey)\.\w+|(outlook|hotmail|live|msn|yahoo|ymail|gmx|yandex|web|t-online|orange|free|qq|163|126)\.[\w.]+)$/;
const ROBOT = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?)([+@._-]|$)/i;

/** Mail that no person sent. */
export const isRobot = (address: string): boolean => ROBOT.test(address);

/**
 * Is this the account's address, or a colleague's? `senders` are all of the thread: where everyone is of one company, it
 * is colleagues who are helped, and only the account itself is us. null: nobody knows the account.
 */
export function isOurs(address: string, senders: readonly string[], page: Document): boolean | null {
  const own = accounts(page);
  if (!own.length) return null;
  if (own.includes(plain(address))) return true;
  const companies = new Set(own.map(domain).filter((name) => !PUBLIC_MAIL.test(name)));
  const outsiders = senders.some((each) => !isRobot(each) && !companies.has(domain(each)));
  return outsiders && companies.has(domain(address));
}

/** The agent's name, by the messages of the account, else by the account's button: 'Google Account: Ann Lee (ann@…)'. */
export function accountName(thread: ParentNode): string | undefined {
  const page = isDocument(thread) ? thread : (thread.ownerDocument ?? document);
  const own = accounts(page);
  const sent = [...thread.querySelectorAll('.gD[email][name]')].find(
    (each) => !each.closest('.a3s') && own.includes(plain(each.getAttribute('email') ?? '')),
  );
  return sent?.getAttribute('name') ?? /[:：]\s*([^:：(]+?)\s*\(/.exec(buttonLabel(page))?.[1];
}

/** The addresses that mails are sent from here. */
const accounts = forNow((page: Document): string[] => {
  const from = [...page.querySelectorAll<HTMLInputElement>('input[name="from"]')].flatMap((input) =>
    input.closest('.a3s') ? [] : addressesIn(input.value).slice(-1),
  );
  const signedIn = addressesIn(buttonLabel(page)).slice(-1);
  // The title is "subject - account - Mail"; the subject may hold an address, too.
  const titled = signedIn.length
    ? []
    : addressesIn(/(?:^|.*\s[-–—]\s)(\S+@\S+)(?=\s[-–—]\s|$)/.exec(page.title)?.[1] ?? '');
  return [...new Set([...signedIn, ...titled, ...from].map(plain))];
});

function buttonLabel(page: Document): string {
  for (const selector of ACCOUNT_BUTTON)
    for (const button of page.querySelectorAll(selector)) {
      const label = button.getAttribute('aria-label') ?? '';
      if (addressesIn(label).length && !button.closest('.a3s')) return label;
    }
  return '';
}

const addressesIn = (text: string): string[] => text.match(ADDRESS) ?? [];
const domain = (address: string) => address.slice(address.indexOf('@') + 1).toLowerCase();

/** 'Ann.Lee+shop@googlemail.com' is annlee@gmail.com. */
function plain(address: string): string {
  const [name = '', at = ''] = address.toLowerCase().split('@');
  const host = at === 'googlemail.com' ? 'gmail.com' : at;
  const box = name.replace(/\+.*$/, '');
  return `${host === 'gmail.com' ? box.replaceAll('.', '') : box}@${host}`;
}
