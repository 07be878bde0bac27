/** What the rewrites of a bank may name. No grammar here: pages read this too. What packs may name is never taken away. */

/** Grammar moves, without their '@'. */
export const MOVE_NAMES = [
  'refusal-to-offer',
  'order-to-request',
  'plain-word',
  'plain-gap',
  'blame-to-fact',
  'blame-out',
  'but-stands',
  'sting-out',
  'tail-out',
  'check-instead',
  'keep-and-own',
  'keep-and-gap',
  'regret-instead',
  'truism-out',
  'comfort-to-regret',
  'own-it',
  'own-or-drop',
  'policy-to-reason',
  'name-the-case',
  'state-plainly',
  'remark-out',
  'said-instead',
  'time-gap',
  'what-will-be-done',
  'hedge-to-action',
  'open-question',
  'sentence-case',
  'human-phrase',
  'drop-set-phrase',
  'plain-thanks',
  'drop-opener',
  'drop',
  'drop-sentence',
  'acknowledge',
  'empathy-first',
  'restate',
  'answer-question',
  'offer-option',
  'next-step',
  'own-mistake',
  'match-tone',
  'set-boundary',
  'add-greeting',
  'offer-follow-up',
] as const;
export type MoveName = (typeof MOVE_NAMES)[number];

/** Slots that the conversation fills: '{name}'. */
export const CONVERSATION_SLOTS = ['name', 'problem', 'topic', 'feeling'] as const;
/** Slots that the phrase fills, and the words after it. */
export const PHRASE_SLOTS = ['term', 'verb', 'object'] as const;
