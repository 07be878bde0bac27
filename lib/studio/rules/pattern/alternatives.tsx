/** Alternatives, a line each; plain words, or patterns for those who know them. */
import { useId, useState } from 'preact/hooks';
import { PatternError, type PatternNode } from '../../../engine/pattern/parse';
import { t } from '../../../ui/text';
import { nodeOfAlternatives } from './chips';

interface Props {
  lines: readonly string[];
  onNode(node: PatternNode): void;
}

export function Alternatives({ lines, onNode }: Props) {
  const id = useId();
  const [text, setText] = useState(() => lines.join('\n'));
  const [fault, setFault] = useState('');
  const take = (typed: string) => {
    setText(typed);
    try {
      const node = nodeOfAlternatives(typed.split('\n'));
      setFault('');
      if (node) onNode(node);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <>
      <textarea
        class="field"
        rows={Math.min(10, Math.max(3, text.split('\n').length + 1))}
        aria-label={t('rules_way_choice')}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
        value={text}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <p class={fault ? 'fault' : 'soft'} id={`${id}-fault`} role="status">
        {fault || t('rules_one_a_line')}
      </p>
    </>
  );
}
