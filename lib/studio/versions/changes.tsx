/** What differs between two versions, thing by thing. */
import type { Change, FieldChange } from '../../pack/diff';
import type { Group } from '../../pack/items';
import { t } from '../../ui/text';
import { wordDiff } from '../../ui/word-diff';
import { routeHash } from '../route';
import { fieldName, groupName, itemName, valueText } from './names';

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

export function Changes({ changes, order }: { changes: readonly Change[]; order: readonly Group[] }) {
  if (changes.length + order.length === 0) return <p class="soft">{t('studio_change_none_text')}</p>;
  const groups = [...new Set(changes.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <section key={group} class="change-group">
          <h3>{groupName(group)}</h3>
          <ul>
            {changes
              .filter((change) => change.group === group)
              .map((change) => (
                <OneChange key={change.key} change={change} />
              ))}
          </ul>
        </section>
      ))}
      {order.length > 0 && <p class="soft">{t('studio_changes_order', order.map(groupName).join(', '))}</p>}
    </>
  );
}

function OneChange({ change }: { change: Change }) {
  const { group, key, kind, fields } = change;
  return (
    <li class="change card" data-kind={kind}>
      <p class="change-name">
        <span class="change-kind">
          <span aria-hidden="true">{SIGNS[kind]}</span> {t(`studio_change_${kind}`)}
        </span>
        {group === 'rules' && kind !== 'removed' ? (
          <a href={routeHash({ view: 'rules', at: key })}>{itemName(change)}</a>
        ) : (
          <strong>{itemName(change)}</strong>
        )}
      </p>
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <div key={field.field}>
              <dt class="soft">{fieldName(field.field)}</dt>
              <dd>{kind === 'changed' ? <Diffed {...field} /> : <Plain {...field} />}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Plain({ field, before, after }: FieldChange) {
  return <>{valueText(field, after ?? before) || t('studio_value_none')}</>;
}

/** The words that changed, marked in the line that they stand in. */
export function Diffed({ field, before, after }: FieldChange) {
  const parts = wordDiff(valueText(field, before), valueText(field, after));
  return (
    <>
      {parts.map(({ kind, text }, at) => {
        if (kind === 'same') return text;
        const Mark = kind === 'gone' ? 'del' : 'ins';
        return (
          <Mark key={at}>
            <span class="visually-hidden">{t(`studio_change_${kind}`)} </span>
            {text}
          </Mark>
        );
      })}
    </>
  );
}
