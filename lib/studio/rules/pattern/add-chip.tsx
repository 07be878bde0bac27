/** A menu of what a pattern can have beside words. */
import type { PatternNode } from '../../../engine/pattern/parse';
import { Menu } from '../../../ui/menu';
import { t } from '../../../ui/text';
import type { Rulebook } from '../../types';
import { nodeLabel } from './read';

interface Props {
  classes: Rulebook['classes'];
  /** `first`: it belongs at the beginning. */
  onAdd(node: PatternNode, first: boolean): void;
}

export function AddChip({ classes, onAdd }: Props) {
  const [list] = classes;
  const nodes: PatternNode[] = [
    { type: 'gap', min: 0, max: 3 },
    { type: 'pos', pos: 'VERB' },
    ...(list ? [{ type: 'class' as const, name: list.name, at: 0 }] : []),
    { type: 'start' },
    { type: 'end' },
  ];
  return (
    <Menu
      label={t('rules_add_part')}
      items={nodes.map((node) => ({
        text: node.type === 'class' ? t('rules_add_list') : nodeLabel(node),
        apart: node.type === 'start',
        onSelect: () => onAdd(node, node.type === 'start'),
      }))}
    >
      {t('rules_add_part')}
    </Menu>
  );
}
