/** How long the coach waits, in ms. */

/** The pause after the last keystroke after which the draft is read by the engine. */
export const PAUSE_MS = 180;

/** Between two parts of a long draft: the engine is there for others too. */
export const REST_MS = 300;

/** What the page changes by itself (a macro, a new message) is looked at this much later, once for many changes. */
export const SETTLE_MS = 250;

/** What happens within this time is drawn and told together. */
export const MOMENT_MS = 40;

/** No task of the coach reads for longer than this at a stretch: between two the page goes on. */
export const SLICE_MS = 12;
