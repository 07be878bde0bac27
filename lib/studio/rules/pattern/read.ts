/** Parts of a pattern in plain words. */
import type { PatternNode } from '../../../engine/pattern/parse';
import { plural, t } from '../../../ui/text';

/** So many alternatives are named, the others counted. */
const NAMED = 3;

/** '“send” in any form', 'any verb', 'soon / shortly'. */
export function nodeLabel(node: PatternNode): string {
  switch (node.type) {
    case 'word':
      return node.text;
    case 'lemma':
      return t('rules_chip_form', node.lemma);
    case 'pos':
      return posLabel(node.pos);
    case 'class':
      return t('rules_chip_class', node.name.replaceAll('-', ' '));
    case 'gap':
      return gapLabel(node.min, node.max);
    case 'start':
      return t('rules_chip_start');
    case 'end':
      return t('rules_chip_end');
    case 'sequence':
      return node.items.map(nodeLabel).join(' ');
    case 'choice': {
      const more = node.items.length - NAMED;
      const named = node.items.slice(0, more === 1 ? NAMED + 1 : NAMED).map(nodeLabel);
      return `${named.join(' / ')}${more > 1 ? ` / +${more}` : ''}`;
    }
    case 'optional':
      return `(${nodeLabel(node.item)})`;
  }
}

/** The kinds of words that are offered; the tagger's other ones are read and written, and have no name but their own. */
export const KINDS = ['VERB', 'NOUN', 'ADJ', 'ADV', 'PRON', 'PROPN', 'NUM', 'DET', 'ADP', 'AUX'] as const;

export function posLabel(pos: string): string {
  const kind = KINDS.find((known) => known === pos);
  return kind ? t(`rules_kind_${kind}`) : t('rules_kind_other', pos);
}

function gapLabel(min: number, max: number): string {
  if (min === max) return plural('rules_chip_words', max);
  return min === 0 ? plural('rules_chip_gap', max) : t('rules_chip_between', min, max);
}
