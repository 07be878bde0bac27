/** A pattern as a row of chips, with a place to type more words; below it what the chosen chip can become. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../ui/text';
import type { PhraseWord, Rulebook, Tester } from '../../types';
import { AddChip } from './add-chip';
import { ChipPanel } from './chip-panel';
import { type Chip, moved, readChips } from './chips';
import { patternOfPhrase } from './phrase';
import { nodeLabel } from './read';
import { phraseOf, wordsOfChips } from './spoken';

export interface ChipRowProps {
  chips: readonly Chip[];
  label: string;
  /** Of the place to type. */
  control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
  tester: Tester;
  classes: Rulebook['classes'];
  /** What else is done with the pattern. */
  tools: ComponentChildren;
  onChange(chips: Chip[]): void;
}

export function ChipRow({ chips, label, control, tester, classes, tools, onChange }: ChipRowProps) {
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<readonly PhraseWord[]>([]);
  const row = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const current = Math.min(active, chips.length - 1);
  const phrase = phraseOf(chips);

  useEffect(() => {
    let stale = false;
    // Without a reading the chips still take everything but the forms of their words.
    tester.words(phrase).then(
      (words) => !stale && setRead(words),
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [phrase]);

  const focusSoon = useRef<number | null>(null);
  const focusChip = (place: number) => {
    setActive(place);
    focusSoon.current = place;
  };
  useLayoutEffect(() => {
    if (focusSoon.current === null) return;
    const buttons = row.current?.querySelectorAll<HTMLElement>('.word-chip');
    (buttons?.[focusSoon.current] ?? input.current)?.focus();
    focusSoon.current = null;
  });

  const replace = (place: number, next: Chip[]) =>
    onChange([...chips.slice(0, place), ...next, ...chips.slice(place + 1)]);
  const remove = (place: number) => {
    setOpen(false);
    replace(place, []);
    focusChip(Math.min(place, chips.length - 2));
  };
  const move = (to: number) => {
    if (to < 0 || to >= chips.length) return;
    onChange(moved(chips, current, to));
    focusChip(to);
  };
  const addWords = () => {
    const words = patternOfPhrase(input.current?.value ?? '');
    if (input.current) input.current.value = '';
    if (words) onChange([...chips, ...readChips(words)]);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const { key, altKey } = event;
    if (altKey && key === 'ArrowLeft') move(current - 1);
    else if (altKey && key === 'ArrowRight') move(current + 1);
    else if (key === 'ArrowLeft') focusChip(Math.max(0, current - 1));
    else if (key === 'ArrowRight') focusChip(current + 1);
    else if (key === 'Home') focusChip(0);
    else if (key === 'Delete' || key === 'Backspace') remove(current);
    else return;
    event.preventDefault();
  };

  const dragged = useRef<number | null>(null);
  const chip = chips[current];
  return (
    <div class="chip-row">
      <ul ref={row} class="field chips-field" aria-label={t('rules_words_of', label)}>
        {chips.map(({ node, optional }, place) => (
          <li
            key={place}
            draggable
            onDragStart={() => {
              dragged.current = place;
            }}
            onDragOver={(event) => dragged.current !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged.current !== null) onChange(moved(chips, dragged.current, place));
              dragged.current = null;
            }}
          >
            <button
              type="button"
              class="word-chip"
              data-type={node.type}
              data-optional={optional}
              tabIndex={place === current ? 0 : -1}
              aria-expanded={open && place === current}
              aria-describedby={hint}
              onFocus={() => setActive(place)}
              onKeyDown={onKeyDown}
              onClick={() => setOpen(!(open && place === current))}
            >
              {nodeLabel(node)}
              {optional && <span class="visually-hidden"> {t('rules_maybe')}</span>}
            </button>
          </li>
        ))}
        <li class="type-words">
          <input
            ref={input}
            {...control}
            placeholder={t(chips.length === 0 ? 'rules_type_phrase' : 'rules_type_more')}
            aria-label={chips.length === 0 ? label : t('rules_more_words_of', label)}
            autocomplete="off"
            onBlur={addWords}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                addWords();
              } else if (event.key === 'Backspace' && event.currentTarget.value === '' && chips.length > 0) {
                event.preventDefault();
                focusChip(chips.length - 1);
              }
            }}
          />
        </li>
      </ul>
      <div class="chip-tools soft">
        <span id={hint}>{chips.length > 0 && t('rules_chip_keys')}</span>
        {chips.length > 0 && (
          <AddChip
            classes={classes}
            onAdd={(node, first) => {
              const chip = { node, optional: false };
              onChange(first ? [chip, ...chips] : [...chips, chip]);
            }}
          />
        )}
        {tools}
      </div>
      {open && chip && (
        <ChipPanel
          key={current}
          chip={chip}
          read={wordsOfChips(chips, read)[current] ?? null}
          classes={classes}
          place={current}
          last={current === chips.length - 1}
          onChange={(next) => replace(current, next)}
          onMove={move}
          onRemove={() => remove(current)}
          onClose={() => {
            setOpen(false);
            focusChip(current);
          }}
        />
      )}
    </div>
  );
}
