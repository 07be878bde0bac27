/** A rule in the list: what it finds and says, and what can be changed without opening it. */
import type { Entry } from '../../engine/types';
import { principleLabel } from '../../ui/principles';
import { Switch } from '../../ui/switch';
import { t } from '../../ui/text';
import { routeHash } from '../route';
import { Badges } from './badges';
import { parseMarks } from './examples/marked';
import { nameOf } from './name-of';
import { PatternLine } from './pattern/pattern-line';
import type { RuleRow } from './rows';
import type { RuleActions } from './rule-actions';
import { SeveritySelect } from './severity-select';

interface Props {
  row: RuleRow;
  query: string;
  actions: RuleActions;
  tabIndex: number;
}

export function RuleCells({ row, query, actions, tabIndex }: Props) {
  const { id, rule, principle, origin } = row;
  const phrase = rule.patterns[0] ? <PatternLine pattern={rule.patterns[0]} /> : rule.id;
  // A built-in pattern is made of lists and kinds of words: a sentence that it finds says more.
  const [first, second] = origin === 'built-in' ? [rule.message, exampleOf(rule) ?? phrase] : [phrase, rule.message];
  const name = nameOf(rule);
  return (
    <>
      <SeveritySelect
        severity={row.severity}
        label={t('rules_severity_of', name)}
        onChange={(severity) => actions.setSeverity(row, severity)}
      />
      <a class="what" href={routeHash({ view: 'rules', at: id, query })} tabIndex={tabIndex}>
        <strong class="cut">{first}</strong>
        <span class="cut soft">{second}</span>
      </a>
      <span class="cut soft principle">{principleLabel(principle)}</span>
      <Badges row={row} />
      <Switch
        on={row.off === null}
        label={t('rules_on', name)}
        disabled={row.off === 'principle'}
        onChange={(on) => actions.setOn(row, on)}
      />
    </>
  );
}

/** The first sentence that the rule is to find, the words marked. */
function exampleOf({ examples }: Entry) {
  const example = examples.find((one) => 'flag' in one);
  if (!example) return null;
  const { before, marked, after } = parseMarks(example.flag);
  return (
    <>
      {before}
      <em>{marked}</em>
      {after}
    </>
  );
}
