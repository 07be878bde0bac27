/** The list of all rules, or how to begin where the team has none. */
import { useMemo, useState } from 'preact/hooks';
import { plural, t } from '../../ui/text';
import { go, routeHash } from '../route';
import { SavedBar } from '../saved-bar';
import type { Saving } from '../saving';
import type { Rulebook, Studio, Tester } from '../types';
import { withRule } from './change';
import { checkRule, tidied } from './check-rule';
import { draftPlaces, dropDraft, keepDraft, readDraft } from './drafts';
import { filterQuery, findRows, parseFilter } from './filter';
import { FirstRule } from './first-rule';
import { nameOf } from './name-of';
import { named, newRule, type Phrase } from './new-rule';
import type { RuleRow } from './rows';
import type { RuleActions } from './rule-actions';
import { RuleFilters } from './rule-filters';
import { RuleList } from './rule-list';
import { StaleList } from './stale-list';

interface Props {
  studio: Studio;
  tester: Tester;
  rulebook: Rulebook;
  rows: readonly RuleRow[];
  query: string;
  saving: Saving;
  actions: RuleActions;
}

export function RulesHome({ studio, tester, rulebook, rows, query, saving, actions }: Props) {
  const filter = useMemo(() => parseFilter(query), [query]);
  const found = useMemo(() => findRows(rows, filter), [rows, filter]);
  const empty = studio.versions.value.length === 0;

  const saveFirst = async (phrase: Phrase): Promise<string> => {
    const layer = studio.layer.value;
    if (!layer) return '';
    const rule = named(tidied(newRule(phrase, rulebook, studio)), rulebook, layer);
    const [fault] = await checkRule(rule, null, layer, tester);
    if (fault) return fault.text;
    await saving.save((now) => withRule(now, rule, null), t('rules_did_add', nameOf(rule)));
    return saving.trouble.value;
  };

  return (
    <div class="rules">
      <SavedBar studio={studio} saving={saving} />
      {empty && (
        <FirstRule
          rulebook={rulebook}
          onSave={saveFirst}
          onMore={(phrase) => {
            keepDraft('new', { rule: newRule(phrase, rulebook, studio), since: 0 });
            go({ view: 'rules', at: 'new', query });
          }}
        />
      )}
      <Unsaved query={query} />
      {studio.layer.value && !empty && <StaleList layer={studio.layer.value} tester={tester} />}
      <div class="list-head">
        <RuleFilters
          filter={filter}
          counts={found.counts}
          onFilter={(next, how) => go({ view: 'rules', query: filterQuery(next) }, how)}
        />
        <span class="soft count" role="status">
          {plural('rules_rules', found.rows.length)}
        </span>
        <a class={empty ? 'button' : 'button primary'} href={routeHash({ view: 'rules', at: 'new', query })}>
          {t('rules_new')}
        </a>
      </div>
      {found.rows.length > 0 ? (
        <RuleList rows={found.rows} query={query} actions={actions} />
      ) : (
        <div class="nothing">
          <h2>{t('rules_none')}</h2>
          <p class="soft">{t('rules_none_text')}</p>
          <button type="button" class="button primary" onClick={() => go({ view: 'rules', query: '' })}>
            {t('replies_clear')}
          </button>
        </div>
      )}
    </div>
  );
}

function draftName(at: string): string {
  const draft = readDraft(at);
  return draft ? nameOf(draft.rule) : at;
}

/** What was begun and not saved. */
function Unsaved({ query }: { query: string }) {
  const [places, setPlaces] = useState(draftPlaces);
  if (places.length === 0) return null;
  return (
    <ul class="unsaved">
      {places.map((at) => (
        <li key={at}>
          <span>{at === 'new' ? t('rules_unsaved_new') : t('rules_unsaved', draftName(at))}</span>
          <a class="button small" href={routeHash({ view: 'rules', at, query })}>
            {t('rules_go_on')}
          </a>
          <button
            type="button"
            class="button small quiet"
            onClick={() => {
              dropDraft(at);
              setPlaces(draftPlaces());
            }}
          >
            {t('rules_discard')}
          </button>
        </li>
      ))}
    </ul>
  );
}
