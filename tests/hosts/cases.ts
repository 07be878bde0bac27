/**
 * What every release must hold to in real pages: the cases of the helpdesks and their editors, and what users of other
 * checkers complain about. Browser tests name them at the end of their title, "(case 13, complaint 1)", under a
 * `describe` that begins with the host or engine; the suite's table (tests/browser/table.ts) is made from that.
 */
export const CASES: Record<number, string> = {
  1: 'Two tickets mounted over each other: only the one on show is touched',
  2: 'From public reply to note and back, in whatever language the labels are',
  3: 'The chat composer',
  4: 'A side conversation, a bot or a trigger comes last: the customer is still found',
  5: 'A customer’s message that is only a quote',
  6: 'An inline reply and two pop-ups open at once',
  7: 'Text typed inside the quote’s container',
  8: 'A signature before and after the quote; a quote not unfolded',
  9: 'The newest message folded away, or the agent’s own',
  10: 'Trusted Types, with and without a list of policies',
  11: 'A mail’s HTML that imitates a reply box',
  12: 'Three generations of a thread; a writer who is not known is nobody',
  13: 'A phrase that runs across bold or a link, and no hard space left behind',
  14: 'The editor’s own filler at the caret',
  15: 'A phrase that stands there twice: the second is replaced',
  16: 'The draft changed while the card was open: nothing is written',
  17: 'Accepted after the focus went to the card',
  18: 'One undo brings it back, redo works, the caret stands behind the rewrite',
  19: 'A rewrite of several lines',
  20: 'The editor’s model equals what is seen',
  21: 'While an input method composes nothing happens',
  22: 'A replacement never empties the selection in Firefox',
  23: 'Navigation within the page leaves no observer, underline or text of the last customer',
  24: 'An editor taken away and made again',
  25: 'Frames in frames, srcdoc and frames without an address',
  26: 'Scrolled, zoomed, resized and transformed: underlines stay under their words',
};

export const COMPLAINTS: Record<number, string> = {
  1: 'Accepting a suggestion doubles or garbles text',
  2: 'Text is changed unasked, or where the site is switched off',
  3: 'The checker’s own markup is sent to the customer',
  4: 'The caret jumps after accepting or leaving',
  5: 'The card takes the focus or gets in the way of typing',
  6: 'Underlines in the wrong place after scrolling, zooming or typing',
  7: 'Typing lags in long texts',
  8: 'Accepting fails in editors that keep a model',
  9: 'A host’s update breaks the coach without a word',
  10: 'Undo is broken after accepting',
  11: 'Good sentences are flagged',
  12: 'No words of one’s own, no way to switch one rule off',
  13: 'No way to carry settings over, or to set them for a team',
  14: 'Quotes, signatures and code are checked',
  15: 'It fights other checkers, covers the page or blocks sending',
};
