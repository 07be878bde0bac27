/** The addresses that the shipped manifest names: the helpdesks that an adapter knows, and nothing else. */
export const MATCHES = [
  'https://*.zendesk.com/*',
  'https://mail.google.com/*',
  'https://app.intercom.com/*',
  'https://app.eu.intercom.com/*',
  'https://app.au.intercom.com/*',
];
