/** Where a studio is empty: the one question with which a team begins. */
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../ui/text';
import type { Rulebook } from '../types';
import { FIRST_PRINCIPLE, type Phrase } from './new-rule';
import { PrincipleField } from './principle-field';

interface Props {
  rulebook: Rulebook;
  /** '' where it was saved; else what is wrong. */
  onSave(phrase: Phrase): Promise<string>;
  /** All of a rule's fields, with what was typed so far. */
  onMore(phrase: Phrase): void;
}

export function FirstRule({ rulebook, onSave, onMore }: Props) {
  const [typed, setTyped] = useState<Phrase>({ phrase: '', instead: '', principle: FIRST_PRINCIPLE });
  const [fault, setFault] = useState('');
  const phrase = useRef<HTMLInputElement>(null);
  const id = useId();
  const change = (part: Partial<Phrase>) => setTyped({ ...typed, ...part });
  return (
    <form
      class="card first-rule"
      onSubmit={async (event) => {
        event.preventDefault();
        const wrong = await onSave(typed);
        setFault(wrong);
        if (wrong) phrase.current?.focus();
      }}
    >
      <h2>
        <label for={`${id}-phrase`}>{t('rules_first')}</label>
      </h2>
      <p class="soft">{t('rules_first_text')}</p>
      <input
        ref={phrase}
        id={`${id}-phrase`}
        class="field big"
        value={typed.phrase}
        placeholder={t('rules_first_example')}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
        onInput={(event) => change({ phrase: event.currentTarget.value })}
      />
      <p class="fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
      <div class="pair">
        <div class="form-field">
          <label for={`${id}-instead`}>{t('rules_instead')}</label>
          <input
            id={`${id}-instead`}
            class="field"
            value={typed.instead}
            placeholder={t('rules_instead_example')}
            onInput={(event) => change({ instead: event.currentTarget.value })}
          />
          <p class="soft">{t('rules_instead_text')}</p>
        </div>
        <PrincipleField
          principle={typed.principle}
          why={rulebook.why}
          onChange={(principle) => change({ principle })}
        />
      </div>
      <div class="actions">
        <button type="submit" class="button primary">
          {t('rules_save_rule')}
        </button>
        <button type="button" class="button" onClick={() => onMore(typed)}>
          {t('rules_more_choices')}
        </button>
      </div>
    </form>
  );
}
