/** Choices of a filter, each with how many it would leave. */
import { useState } from 'preact/hooks';
import { language, t } from './text';

export interface Choice<T extends string> {
  value: T;
  label: string;
  count: number;
  severity?: 'high' | 'medium' | 'low';
}

interface Props<T extends string> {
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  onChange(chosen: T[]): void;
}

/** More than this are searched rather than read. */
const MANY = 12;
/** So many are drawn: a large team has hundreds of agents. */
const DRAWN = 200;

export function Choices<T extends string>({ choices, chosen, onChange }: Props<T>) {
  const [sought, setSought] = useState('');
  const matching = choices.filter(({ label }) => label.toLocaleLowerCase().includes(sought.toLocaleLowerCase()));
  const number = new Intl.NumberFormat(language());
  return (
    <>
      {choices.length > MANY && (
        <input
          class="field"
          type="search"
          value={sought}
          placeholder={t('replies_find_choice')}
          aria-label={t('replies_find_choice')}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ul class="choices">
        {matching.slice(0, DRAWN).map(({ value, label, count, severity }) => (
          <li key={value}>
            <label data-none={count === 0}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
                }
              />
              <span class={severity ? 'tag' : undefined} data-severity={severity}>
                {label}
              </span>
              <span class="soft">{number.format(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {matching.length === 0 && <p class="soft">{t('replies_no_choice')}</p>}
    </>
  );
}
