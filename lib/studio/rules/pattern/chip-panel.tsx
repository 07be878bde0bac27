/** What stands at one place of a pattern, and what else could. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { MAX_GAP, type PatternNode } from '../../../engine/pattern/parse';
import { t } from '../../../ui/text';
import type { PhraseWord, Rulebook } from '../../types';
import { Alternatives } from './alternatives';
import { alternativesOf, type Chip, readChips } from './chips';
import { patternOfPhrase } from './phrase';
import { KINDS, posLabel } from './read';

interface Props {
  chip: Chip;
  /** The chip's word as the engine reads it. */
  read: PhraseWord | null;
  classes: Rulebook['classes'];
  place: number;
  last: boolean;
  /** Several where several words were typed. */
  onChange(chips: Chip[]): void;
  onMove(to: number): void;
  onRemove(): void;
  onClose(): void;
}

/** The kinds of words that have several forms. */
const INFLECTED = new Set(['VERB', 'AUX', 'NOUN', 'ADJ']);

type Way = 'word' | 'lemma' | 'choice' | 'pos' | 'gap' | 'class';
const WAYS: readonly Way[] = ['word', 'lemma', 'choice', 'pos', 'gap', 'class'];

export function ChipPanel({ chip, read, classes, place, last, onChange, onMove, onRemove, onClose }: Props) {
  const id = useId();
  const panel = useRef<HTMLFieldSetElement>(null);
  const { node, optional } = chip;
  // The word that the chip began with is kept, so that every way leads back to it.
  const [word] = useState(() => wordOf(node));
  const known = useRef<{ lemma: string | null; pos: string }>({ lemma: null, pos: 'VERB' });
  if (read) known.current = { pos: read.pos, lemma: INFLECTED.has(read.pos) ? read.lemma : null };
  const lemma = node.type === 'lemma' ? node.lemma : known.current.lemma;
  const kind = node.type === 'pos' ? node.pos : known.current.pos;
  useEffect(() => panel.current?.querySelector<HTMLElement>('input:checked, textarea, input')?.focus(), []);
  const become = (next: PatternNode) => onChange([{ node: next, optional }]);

  const nodes: Record<Way, PatternNode | null> = {
    word: word ? { type: 'word', text: word } : null,
    lemma: lemma ? { type: 'lemma', lemma } : null,
    choice: node,
    pos: { type: 'pos', pos: kind },
    gap: { type: 'gap', min: 0, max: 3 },
    class: classes[0] ? { type: 'class', name: classes[0].name, at: 0 } : null,
  };
  const own = node.type === 'sequence' ? 'choice' : node.type;
  const fixed = !WAYS.some((way) => way === own);
  // One alternative alone reads as the word that it is: what was chosen stays chosen.
  const [now, setNow] = useState(own);
  return (
    <fieldset
      class="chip-panel"
      ref={panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <legend>{t('rules_chip_stands')}</legend>
      {!fixed &&
        WAYS.map((way) => {
          const next = nodes[way];
          return (
            next && (
              <div key={way} class="way">
                <label>
                  <input
                    type="radio"
                    name={id}
                    checked={now === way}
                    onChange={() => {
                      setNow(way);
                      become(next);
                    }}
                  />
                  {wayLabel(way, lemma)}
                </label>
                {now === way && <Detail way={way} chip={chip} classes={classes} onNode={become} onChips={onChange} />}
              </div>
            )
          );
        })}
      <label class="maybe">
        <input
          type="checkbox"
          checked={optional}
          onChange={(event) => onChange([{ node, optional: event.currentTarget.checked }])}
        />
        {t('rules_may_be_missing')}
      </label>
      <div class="actions">
        <button type="button" class="button small primary" onClick={onClose}>
          {t('rules_done')}
        </button>
        <button type="button" class="button small" disabled={place === 0} onClick={() => onMove(place - 1)}>
          ← {t('rules_move')}
        </button>
        <button type="button" class="button small" disabled={last} onClick={() => onMove(place + 1)}>
          {t('rules_move')} →
        </button>
        <button type="button" class="button small quiet" onClick={onRemove}>
          {t('rules_remove')}
        </button>
      </div>
    </fieldset>
  );
}

/** A word to go back to, where the chip had one; null where it never had. */
function wordOf(node: PatternNode): string | null {
  if (node.type === 'word') return node.text;
  if (node.type === 'lemma') return node.lemma;
  return node.type === 'choice' ? wordOf(node.items[0] as PatternNode) : null;
}

function wayLabel(way: Way, lemma: string | null): string {
  return way === 'lemma' ? t('rules_way_lemma', lemma ?? '') : t(`rules_way_${way}`);
}

interface DetailProps {
  way: Way;
  chip: Chip;
  classes: Rulebook['classes'];
  onNode(node: PatternNode): void;
  onChips(chips: Chip[]): void;
}

/** What there is to say of the way that was chosen. */
function Detail({ way, chip, classes, onNode, onChips }: DetailProps) {
  const { node } = chip;
  if (way === 'choice') return <Alternatives lines={alternativesOf(chip)} onNode={onNode} />;
  if (node.type === 'word') {
    return (
      <input
        class="field"
        aria-label={t('rules_word')}
        defaultValue={node.text}
        onChange={(event) => {
          const typed = readChips(patternOfPhrase(event.currentTarget.value));
          if (typed.length > 0) onChips(typed.map((one) => ({ ...one, optional: chip.optional })));
        }}
      />
    );
  }
  if (node.type === 'pos') {
    const kinds: string[] = [...new Set([...KINDS, node.pos])];
    return (
      <select
        class="field"
        aria-label={t('rules_way_kind')}
        value={node.pos}
        onChange={(event) => onNode({ type: 'pos', pos: event.currentTarget.value })}
      >
        {kinds.map((pos) => (
          <option key={pos} value={pos}>
            {posLabel(pos)}
          </option>
        ))}
      </select>
    );
  }
  if (node.type === 'gap') {
    const number = (label: string, value: number, least: number, set: (value: number) => PatternNode) => (
      <label>
        {label}
        <input
          class="field"
          type="number"
          min={least}
          max={MAX_GAP}
          value={value}
          onChange={(event) => {
            const given = Math.round(event.currentTarget.valueAsNumber);
            if (given >= least && given <= MAX_GAP) onNode(set(given));
          }}
        />
      </label>
    );
    return (
      <span class="numbers">
        {number(t('rules_at_least'), node.min, 0, (min) => ({ type: 'gap', min, max: Math.max(min, node.max) }))}
        {number(t('rules_at_most'), node.max, 1, (max) => ({ type: 'gap', min: Math.min(node.min, max), max }))}
      </span>
    );
  }
  if (node.type === 'class') {
    const members = classes.find(({ name }) => name === node.name)?.members ?? [];
    return (
      <>
        <select
          class="field"
          aria-label={t('rules_way_class')}
          value={node.name}
          onChange={(event) => onNode({ type: 'class', name: event.currentTarget.value, at: 0 })}
        >
          {[...new Set([node.name, ...classes.map(({ name }) => name)])].sort().map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('-', ' ')}
            </option>
          ))}
        </select>
        <p class="soft">{members.join(', ')}</p>
      </>
    );
  }
  return null;
}
