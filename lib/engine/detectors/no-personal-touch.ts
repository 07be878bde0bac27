import { replyOf } from '../reply';
import type { DraftDetector } from './detector';

/** An email without name, greeting or sign-off: it could have gone to anyone. */
export const noPersonalTouch: DraftDetector = {
  principle: 'no-personal-touch',
  detect(facts) {
    const { source, ours } = facts.conversation;
    if (source.channel !== 'email' || ours.length > 1) return [];
    const { greeting, closing, body } = replyOf(facts);
    const name = source.customerName?.split(/\s+/)[0];
    const named = name ? facts.document.text.includes(name) : false;
    if (greeting || closing.length > 0 || named || body.length === 0) return [];
    return [{ entry: 'no-greeting-no-name', why: ['email', 'no greeting, name or sign-off'] }];
  },
};
