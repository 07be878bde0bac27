/** What the parts of a pack are called where versions are compared and merged. */
import type { CriterionId, PrincipleId, Severity, StrengthId } from '../../engine/types';
import { type Group, type Item, nameOf } from '../../pack/items';
import type { SnippetKind } from '../../phrasebank/layer';
import { criterionLabel, keyPart, principleLabel, strengthLabel } from '../../ui/principles';
import { type MessageKey, t } from '../../ui/text';

type Place = Pick<Item, 'group' | 'key'>;

export const groupName = (group: Group): string => t(`studio_group_${group}`);

export function itemName({ group, key }: Place): string {
  const name = nameOf(key);
  switch (group) {
    case 'about':
      return t('studio_group_about');
    case 'rules':
    case 'rulesOff':
      return ruleName(name);
    case 'severity':
      return name.includes('/') ? ruleName(name) : principleLabel(name as PrincipleId);
    case 'strengths':
      return titled(name, (id) => strengthLabel(id as StrengthId));
    case 'snippets':
      return titled(name, (kind) => t(`studio_snippet_${keyPart(kind as SnippetKind)}`));
    case 'principlesOff':
    case 'why':
      return principleLabel(name as PrincipleId);
    case 'weights':
      return criterionLabel(name as CriterionId);
    default:
      return `“${name}”`;
  }
}

/** So many are named before the rest is only hinted at. */
const NAMED = 3;

export function namesOf(places: readonly Place[]): string {
  const names = [...new Set(places.map((place) => `${groupName(place.group)}: ${itemName(place)}`))];
  return names.slice(0, NAMED).join('; ') + (names.length > NAMED ? ' …' : '');
}

/** 'blame/you-failed-to' -> 'Blame · you failed to'. */
function ruleName(id: string): string {
  const [principle = '', name = ''] = id.split('/', 2);
  return `${principleLabel(principle as PrincipleId)} · ${name.replaceAll('-', ' ')}`;
}

function titled(key: string, title: (id: string) => string): string {
  const [id = '', ...text] = key.split(': ');
  return `${title(id)}: “${text.join(': ')}”`;
}

/** A field that a newer version brought has only its own name. */
export function fieldName(field: string): string {
  const key = `studio_field_${field}` as MessageKey;
  const name = t(key);
  return name === key ? field : name;
}

/** A value as text to read and to compare, a line for each part. '' for what is not there. */
export function valueText(field: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value === true) return t('studio_value_yes');
  if (field === 'severity' || (field === 'value' && isSeverity(value))) return t(`severity_${value as Severity}`);
  if (Array.isArray(value)) return value.map((one) => valueText('', one)).join('\n');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${fieldName(name)}: ${valueText(name, part).replaceAll('\n', ', ')}`)
    .join('\n');
}

const isSeverity = (value: unknown): value is Severity => value === 'high' || value === 'medium' || value === 'low';
