/** Where both changed the same: each side beside the other, and what stood there before. One of them is chosen. */
import { type Fields, fieldsOf, same } from '../../pack/items';
import { type Conflict, conflictId, type Side } from '../../pack/merge';
import { plural, t } from '../../ui/text';
import { Diffed } from './changes';
import { fieldName, groupName, itemName, valueText } from './names';

interface Props {
  conflicts: readonly Conflict[];
  chosen: ReadonlyMap<string, Side>;
  choose(conflicts: readonly Conflict[], side: Side): void;
}

const SIDES = ['ours', 'theirs'] as const;

export function Conflicts({ conflicts, chosen, choose }: Props) {
  return (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h3 id="conflicts-title">{plural('studio_conflicts', conflicts.length)}</h3>
      {conflicts.length > 1 && (
        <div class="actions">
          {SIDES.map((side) => (
            <button key={side} type="button" class="button small" onClick={() => choose(conflicts, side)}>
              {t(`studio_conflict_all_${side}`)}
            </button>
          ))}
        </div>
      )}
      {conflicts.map((conflict) => {
        const id = conflictId(conflict);
        return (
          <OneConflict
            key={id}
            id={id}
            conflict={conflict}
            side={chosen.get(id) ?? null}
            choose={(side) => choose([conflict], side)}
          />
        );
      })}
    </section>
  );
}

interface OneProps {
  id: string;
  conflict: Conflict;
  /** null: nobody has chosen yet. */
  side: Side | null;
  choose(side: Side): void;
}

function OneConflict({ id, conflict, side, choose }: OneProps) {
  const { group, field, base } = conflict;
  const name = `${groupName(group)}: ${itemName(conflict)}`;
  const before = field === null ? '' : valueText(field, base);
  return (
    <fieldset class="conflict card">
      <legend>{field === null ? name : t('studio_conflict_place', name, fieldName(field))}</legend>
      {before && <p class="soft conflict-base">{t('studio_conflict_base', before)}</p>}
      <div class="conflict-sides">
        {SIDES.map((one) => (
          <label key={one} class="conflict-side">
            <input type="radio" name={id} checked={side === one} onChange={() => choose(one)} />
            <strong>{t(`studio_conflict_${one}`)}</strong>
            <span class="conflict-value">
              <Value conflict={conflict} side={one} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Value({ conflict, side }: { conflict: Conflict; side: Side }) {
  const { field, base } = conflict;
  const value = conflict[side];
  if (field !== null) {
    if (value === undefined) return <>{t('studio_value_none')}</>;
    return base === undefined ? valueText(field, value) : <Diffed field={field} before={base} after={value} />;
  }
  if (value === undefined) return <>{t('studio_conflict_removed')}</>;
  const [old, now] = [base as Fields, value as Fields];
  const changed = fieldsOf({ fields: old }, { fields: now }).filter((name) => !same(old[name], now[name]));
  return <>{t('studio_conflict_kept', changed.map(fieldName).join(', '))}</>;
}
