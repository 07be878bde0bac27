/** What rests of the team's layer, since an update of Reframe changed what it lies over. Nothing of it is lost. */
import { useEffect, useState } from 'preact/hooks';
import type { Layer } from '../../phrasebank/layer';
import type { Stale } from '../../phrasebank/stale';
import { plural, t } from '../../ui/text';
import { routeHash } from '../route';
import type { Tester } from '../types';

/** A rule that was updated has its own sign in the list. */
const RESTS: readonly Stale['kind'][] = ['no-principle', 'no-rule', 'no-class', 'gone'];

export function StaleList({ layer, tester }: { layer: Layer; tester: Tester }) {
  const [stale, setStale] = useState<readonly Stale[]>([]);
  useEffect(() => {
    let left = false;
    tester.stale(layer).then(
      (all) => left || setStale(all.filter(({ kind }) => RESTS.includes(kind))),
      // Without the engine the page says so itself.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [layer, tester]);
  if (stale.length === 0) return null;
  return (
    <details class="card stale">
      <summary>{plural('rules_stale', stale.length)}</summary>
      <ul>
        {stale.map(({ kind, name, rule }) => (
          <li key={`${kind} ${name} ${rule}`}>
            {t(`rules_stale_${kind.replace('-', '_') as 'no_rule'}`, name)}{' '}
            {rule && <a href={routeHash({ view: 'rules', at: rule })}>{rule}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}
