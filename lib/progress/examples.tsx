/** The agent's own sentences, before and after, where they asked to keep them. */
import type { KeptExample } from '../store/days';
import { principleLabel } from '../ui/principles';
import { plural, t } from '../ui/text';

const AT_ONCE = 3;

export function Examples({ examples }: { examples: readonly KeptExample[] }) {
  if (!examples.length) return null;
  const rest = examples.slice(AT_ONCE);
  return (
    <section class="card" aria-labelledby="examples-title">
      <h2 id="examples-title">{t('progress_examples')}</h2>
      <p class="soft lead">{t('progress_examples_text')}</p>
      <List examples={examples.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>{plural('progress_examples_rest', rest.length)}</summary>
          <List examples={rest} />
        </details>
      )}
    </section>
  );
}

function List({ examples }: { examples: readonly KeptExample[] }) {
  return (
    <ul class="examples">
      {examples.map(({ id, principle, before, after }) => (
        <li key={id}>
          <span class="label">{principleLabel(principle)}</span>
          <dl class="example">
            <dt>{t('progress_was')}</dt>
            <dd class="soft">{before}</dd>
            <dt>{t('progress_is')}</dt>
            <dd>{after}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
