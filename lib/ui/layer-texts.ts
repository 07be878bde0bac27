/** What findings of words say to people: the agent's own words and the team's. */
import type { OwnWordsTexts } from '../phrasebank/own-words';
import { t } from './text';

export const LAYER_TEXTS: OwnWordsTexts = {
  message: (instead) => (instead ? t('own_words_message', instead) : t('own_words_message_none')),
  get title() {
    return t('options_words');
  },
};
