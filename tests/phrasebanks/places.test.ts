import { describe, expect, it } from 'vitest';
import { HELPDESKS, hostOf } from '../../lib/audit/import/helpdesks';
import { optionsOf } from '../../lib/audit/review-row';
import { coach } from '../../lib/engine/coach';
import type { CoachOptions, Conversation, Entry } from '../../lib/engine/types';
import { HOSTS } from '../../lib/hosts';
import { builtInBanks } from '../../lib/phrasebank/built-in';

const built = builtInBanks();
const draft = 'Please cool your jets, Ann.';

function isFound(when: Entry['when'], options: CoachOptions, conversation: Conversation = {}): boolean {
  const banks = built.layer();
  const faults = banks.addEntry('dismissive', {
    id: 'jets',
    patterns: ['cool your jets'],
    always: true,
    severity: 'medium',
    message: 'm',
    source: 's',
    examples: [],
    when,
  });
  expect(faults).toEqual([]);
  return coach(draft, conversation, banks, options).findings.some(({ rule }) => rule === 'dismissive/jets');
}

describe('a rule that is for some places', () => {
  it.each<[Entry['when'], CoachOptions, boolean]>([
    [undefined, {}, true],
    [{ hosts: [], teams: [], channels: [] }, {}, true],
    [{ hosts: ['zendesk'] }, { host: 'zendesk' }, true],
    [{ hosts: ['zendesk', 'gmail'] }, { host: 'gmail' }, true],
    [{ hosts: ['zendesk'] }, { host: 'gmail' }, false],
    [{ hosts: ['zendesk'] }, {}, false],
    [{ teams: ['Care'] }, { team: 'Care' }, true],
    [{ teams: ['Care'] }, { team: ' care ' }, true],
    [{ teams: ['Care'] }, { team: 'Sales' }, false],
    [{ teams: ['Care'] }, {}, false],
    [{ teams: ['Care'], hosts: ['zendesk'] }, { team: 'Care', host: 'gmail' }, false],
    [{ teams: ['Care'], hosts: ['zendesk'] }, { team: 'Care', host: 'zendesk' }, true],
  ])('%j, in %j: %s', (when, options, found) => {
    expect(isFound(when, options)).toBe(found);
  });

  it('goes by the channel as well', () => {
    expect(isFound({ channels: ['chat'] }, {}, { channel: 'chat' })).toBe(true);
    expect(isFound({ channels: ['chat'] }, {})).toBe(false);
  });
});

describe('an audit', () => {
  it('reads a reply in the team that wrote it', () => {
    expect(optionsOf({ options: { host: 'zendesk' }, team: 'Care' })).toEqual({ host: 'zendesk', team: 'Care' });
    expect(optionsOf({ options: { host: 'zendesk' } })).toEqual({ host: 'zendesk' });
  });

  it("names the helpdesk of an export as the page's adapter does", () => {
    const ids = HOSTS.map(({ id }) => id);
    for (const { name } of HELPDESKS) expect(ids).toContain(hostOf(name));
  });
});
