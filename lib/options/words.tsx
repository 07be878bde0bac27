/** The agent's own words: to avoid, each with what to say instead, and those that are fine here. */
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { OwnWords } from '../engine/types';
import type { Settings } from '../store/settings';
import { Cross } from '../ui/icons';
import { t } from '../ui/text';
import { Lockable } from './locked';
import { Section } from './section';
import type { OptionsState } from './state';

interface Props {
  settings: Settings;
  state: OptionsState;
}

/** A list is for the words of one desk; whole banks are files. */
const MOST = 500;
const LONGEST = 80;

export function Words({ settings, state }: Props) {
  return (
    <Section id="words" title={t('options_words')} text={t('options_words_text')}>
      <div class="card">
        <Lockable state={state} names={['words']}>
          <Avoid settings={settings} state={state} />
          <Fine settings={settings} state={state} />
        </Lockable>
      </div>
    </Section>
  );
}

function Avoid({ settings: { words }, state }: Props) {
  const say = useRef<HTMLInputElement>(null);
  const instead = useRef<HTMLInputElement>(null);
  const change = (avoid: OwnWords['avoid']) => state.change((now) => ({ words: { ...now.words, avoid } }));
  const add = (event: Event) => {
    event.preventDefault();
    const one = { say: typedIn(say.current), instead: typedIn(instead.current) };
    if (!one.say) return say.current?.focus();
    change([...words.avoid.filter((other) => other.say !== one.say), one].slice(-MOST));
    for (const input of [say.current, instead.current]) if (input) input.value = '';
    say.current?.focus();
  };
  return (
    <div>
      <h3>{t('options_words_avoid')}</h3>
      <p class="soft">{t('options_words_avoid_text')}</p>
      {words.avoid.length > 0 && (
        <ul class="pairs">
          {words.avoid.map((one) => (
            <li key={one.say} class="line">
              <span class="name">
                <del>{one.say}</del> {one.instead && <ins>{one.instead}</ins>}
              </span>
              <Remove word={one.say} onRemove={() => change(words.avoid.filter((other) => other.say !== one.say))} />
            </li>
          ))}
        </ul>
      )}
      <form class="add" onSubmit={add}>
        <Word label={t('options_words_say')} input={say} />
        <Word label={t('options_words_instead')} input={instead} />
        <button type="submit" class="button">
          {t('options_words_add')}
        </button>
      </form>
    </div>
  );
}

function Fine({ settings: { words }, state }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const change = (fine: OwnWords['fine']) => state.change((now) => ({ words: { ...now.words, fine } }));
  const add = (event: Event) => {
    event.preventDefault();
    const word = typedIn(input.current);
    if (word) change([...words.fine.filter((other) => other !== word), word].slice(-MOST));
    if (input.current) input.current.value = '';
    input.current?.focus();
  };
  return (
    <div class="part">
      <h3>{t('options_words_fine')}</h3>
      <p class="soft">{t('options_words_fine_text')}</p>
      {words.fine.length > 0 && (
        <ul class="chips">
          {words.fine.map((word) => (
            <li key={word} class="chip">
              {word} <Remove word={word} onRemove={() => change(words.fine.filter((other) => other !== word))} />
            </li>
          ))}
        </ul>
      )}
      <form class="add" onSubmit={add}>
        <Word label={t('options_words_word')} input={input} />
        <button type="submit" class="button">
          {t('options_words_add')}
        </button>
      </form>
    </div>
  );
}

function Word({ label, input }: { label: string; input: RefObject<HTMLInputElement | null> }) {
  return (
    <label>
      <span>{label}</span>
      <input ref={input} type="text" maxLength={LONGEST} autoComplete="off" />
    </label>
  );
}

function Remove({ word, onRemove }: { word: string; onRemove(): void }) {
  const label = t('options_words_remove', word);
  return (
    <button type="button" class="button icon" aria-label={label} title={label} onClick={onRemove}>
      <Cross />
    </button>
  );
}

function typedIn(input: HTMLInputElement | null): string {
  return input?.value.replace(/\s+/g, ' ').trim() ?? '';
}
