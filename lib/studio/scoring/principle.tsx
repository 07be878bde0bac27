/** One principle of the team's. */
import { useEffect, useRef } from 'preact/hooks';
import type { PrincipleId, Severity } from '../../engine/types';
import type { Layer } from '../../phrasebank/layer';
import { principleLabel } from '../../ui/principles';
import { Switch } from '../../ui/switch';
import { plural, t } from '../../ui/text';
import { toggled } from '../../ui/toggled';
import { routeHash } from '../route';
import type { Rulebook } from '../types';
import type { Save } from '../use-save';
import { differencesOf, withSeverity } from './differences';
import { Differences } from './differences-list';
import { TeamWhyText } from './team-why';

interface Props {
  id: PrincipleId;
  layer: Layer;
  rulebook: Rulebook;
  save: Save;
  open: boolean;
}

export const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

export function Principle({ id, layer, rulebook, save, open }: Props) {
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) here.current?.focus();
  }, [open]);
  const name = principleLabel(id);
  const builtIn = rulebook.why[id];
  const differences = differencesOf(layer, id, rulebook);
  const on = !layer.principlesOff.includes(id);
  const rules = rulebook.rules.filter(({ principle }) => principle === id).length;
  return (
    <li data-principle={id} data-off={!on}>
      <div class="principle">
        <div class="about">
          <p>
            <strong>{name}</strong> {differences.length > 0 && <span class="badge">{t('studio_changed')}</span>}
          </p>
          <p class="soft">{layer.why[id]?.short ?? builtIn?.short}</p>
        </div>
        <select
          class="field"
          aria-label={t('studio_severity_of', name)}
          disabled={!on}
          value={layer.severity[id] ?? ''}
          onChange={(event) => {
            const severity = (event.currentTarget.value || null) as Severity | null;
            const said = severity ? t(`severity_${severity}`) : t('studio_severity_each');
            void save((now) => withSeverity(now, id, severity), t('studio_note_severity', name, said));
          }}
        >
          <option value="">{t('studio_severity_each')}</option>
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {t(`severity_${severity}`)}
            </option>
          ))}
        </select>
        <Switch
          on={on}
          label={name}
          onChange={(next) =>
            void save(
              (now) => ({ ...now, principlesOff: toggled(now.principlesOff, id, !next) }),
              t(next ? 'studio_note_on' : 'studio_note_off', name),
            )
          }
        />
      </div>
      <Differences id={id} differences={differences} rulebook={rulebook} layer={layer} save={save} />
      <details open={open || undefined}>
        <summary ref={here}>{t('studio_principle_more')}</summary>
        <div class="details">
          {builtIn && <TeamWhyText id={id} builtIn={builtIn} layer={layer} save={save} />}
          <p>
            <a href={routeHash({ view: 'rules', query: new URLSearchParams({ principles: id }).toString() })}>
              {plural('studio_principle_rules', rules)}
            </a>
          </p>
        </div>
      </details>
    </li>
  );
}
