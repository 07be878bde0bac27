/** What findings of own and of the team's words say, for engines that run in a worker and so have no interface texts. */
import { type EngineSetup, PREFERRED } from '../audit/model';
import { t } from './text';

export function ownWordsTexts(): EngineSetup['texts'] {
  return {
    title: t('options_words'),
    message: t('own_words_message', PREFERRED),
    none: t('own_words_message_none'),
  };
}
