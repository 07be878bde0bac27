/** What helpdesks call who wrote a message, what kind it is and where it came in. Pure. */
import type { Channel } from '../../engine/types';
import type { LeftOut } from '../model';

export type Author = 'customer' | 'agent' | 'bot' | 'automatic';

const AUTHORS: readonly [Author, RegExp][] = [
  ['bot', /^(bot|chat ?bot|ai|ai agent|virtual agent|fin|answer bot)$|\bbot$/],
  ['automatic', /^(system|workflow|workflows|rule|rules|trigger|automation|automated|auto|api|integration|app)$/],
  [
    'customer',
    /^(customer|client|end user|enduser|user|lead|contact|visitor|guest|requester|buyer|shopper|consumer|subscriber|inbound|incoming|received|in|from customer|beaconchat|phone)$/,
  ],
  [
    'agent',
    /^(agent|admin|administrator|staff|teammate|team|team member|support|representative|rep|operator|employee|member|owner|light agent|assignee|outbound|outgoing|sent|out|reply|message|from agent|company|us|human)$/,
  ],
];

const KINDS: readonly [Exclude<LeftOut, 'customer' | 'duplicate' | 'empty'> | 'reply', RegExp][] = [
  [
    'note',
    /^(note|notes|private|private note|private comment|internal|internal note|internal comment|note and reopen)$/,
  ],
  ['macro', /^(macro|macros|canned|canned response|saved reply|quick reply|template)$/],
  ['bot', /^(bot|chat ?bot|bot reply|ai|ai reply|ai answer|ai agent|fin answer)$/],
  [
    'automatic',
    /^(automatic|automated|automation|auto|auto ?reply|auto ?response|autoresponder|trigger|rule|workflow|system|lineitem|line item|event|status|status change|assignment|assign and reopen|away mode assignment|participant added|participant removed|snoozed|unsnoozed|timer unsnooze|csat|survey|satisfaction survey|campaign|notification)$/,
  ],
];

const CHANNELS: readonly [Channel, RegExp][] = [
  ['chat', /chat|messag|messenger|whatsapp|sms|\btext\b|\blive\b|telegram|in.?app|widget|line\b|beacon|conversation/],
  [
    'social',
    /social|twitter|tweet|facebook|instagram|linkedin|tiktok|youtube|reddit|^x$|\bx (post|corp)|review|trustpilot|app store|google play/,
  ],
  ['email', /e.?mail|^mail$|\bweb\b|form|^api$|portal|help ?cent(er|re)|ticket|contact/],
];

/** 'Author_Role', 'authorRole' and 'author role' are the same. */
export function plainName(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Undefined where the value does not tell. `column`: what a 'true' there says. */
export function authorBy(column: string, value: string): Author | undefined {
  const name = plainName(column);
  const said = plainName(value);
  const yes = truth(said);
  if (yes !== undefined) {
    if (/incoming|inbound|customer|requester|end user|visitor/.test(name)) return yes ? 'customer' : 'agent';
    if (/agent|admin|staff|outgoing|outbound|support|team/.test(name)) return yes ? 'agent' : 'customer';
    if (/bot|automat/.test(name)) return yes ? 'bot' : undefined;
    return undefined;
  }
  return AUTHORS.find(([, words]) => words.test(said))?.[0];
}

/** What a message is; 'reply' where nothing says otherwise. */
export function kindBy(column: string, value: string): Exclude<LeftOut, 'customer' | 'duplicate' | 'empty'> | 'reply' {
  const name = plainName(column);
  const said = plainName(value);
  const yes = truth(said);
  if (yes !== undefined) {
    if (/public|visible/.test(name)) return yes ? 'reply' : 'note';
    if (!yes) return 'reply';
    if (/private|internal|note/.test(name)) return 'note';
    if (/macro|canned|template/.test(name)) return 'macro';
    if (/\bbot\b|\bai\b/.test(name)) return 'bot';
    return /auto|rule|trigger|workflow/.test(name) ? 'automatic' : 'reply';
  }
  if (said === '') return 'reply';
  // Such a column holds the macro's or the rule's name, where there was one.
  if (/\bmacros?\b|canned/.test(name)) return 'macro';
  if (/\brules?\b|trigger|automation/.test(name)) return 'automatic';
  return KINDS.find(([, words]) => words.test(said))?.[0] ?? 'reply';
}

export function channelBy(value: string): Channel | undefined {
  const said = value.toLowerCase();
  return CHANNELS.find(([, words]) => words.test(said))?.[0];
}

function truth(said: string): boolean | undefined {
  if (/^(true|yes|y|1|t)$/.test(said)) return true;
  return /^(false|no|n|0|f)$/.test(said) ? false : undefined;
}
