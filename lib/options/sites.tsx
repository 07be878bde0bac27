/** Where the coach works: everywhere's switch, the helpdesks, previews, the agent's own sites, what is off or snoozed. */
import { HOSTS } from '../hosts';
import type { Settings } from '../store/settings';
import { switchSite } from '../store/sites';
import { Switch } from '../ui/switch';
import { language, t } from '../ui/text';
import { Lockable } from './locked';
import { OwnSites } from './own-sites';
import { Previews } from './previews';
import { Section } from './section';
import type { OptionsState } from './state';

export function Sites({ settings, state }: { settings: Settings; state: OptionsState }) {
  return (
    <Section id="sites" title={t('options_sites')}>
      <div class="card">
        <Lockable state={state} names={['enabled']}>
          <div class="line">
            <div>
              <strong>{t('options_everywhere')}</strong>
              <p class="soft">{t('options_everywhere_text')}</p>
            </div>
            <Switch
              on={settings.enabled}
              label={t('options_everywhere')}
              onChange={(enabled) => state.change(() => ({ enabled }))}
            />
          </div>
        </Lockable>
        <div class="part">
          <p>{t('options_sites_text')}</p>
          <ul class="chips">
            {HOSTS.filter(({ preview }) => !preview).map(({ id, name, hostnames }) => (
              <li key={id} class="chip" title={hostnames.join(', ')}>
                {name}
              </li>
            ))}
          </ul>
        </div>
        <Lockable state={state} names={['sitesOff']}>
          <SwitchedOff settings={settings} state={state} />
        </Lockable>
        <Asleep settings={settings} state={state} />
      </div>
      <Previews sites={settings.sites} />
      <OwnSites sites={settings.sites} />
    </Section>
  );
}

interface Props {
  settings: Settings;
  state: OptionsState;
}

function SwitchedOff({ settings, state }: Props) {
  return (
    <div class="part">
      <h3>{t('options_sites_off')}</h3>
      {settings.sitesOff.length === 0 && <p class="soft">{t('options_sites_none')}</p>}
      <ul>
        {settings.sitesOff.map((site) => (
          <li key={site} class="line">
            <span class="name">{site}</span>
            <button
              type="button"
              class="button"
              aria-label={t('options_site_on_label', site)}
              onClick={() => state.change((now) => ({ sitesOff: switchSite(now, site, true).sitesOff }))}
            >
              {t('options_site_on')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Asleep({ settings, state }: Props) {
  const snoozed = Object.entries(settings.snoozed).filter(([, until]) => until > Date.now());
  const clock = new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit' });
  if (snoozed.length === 0) return null;
  return (
    <div class="part">
      <h3>{t('options_snoozed')}</h3>
      <ul>
        {snoozed.map(([site, until]) => (
          <li key={site} class="line">
            <span class="name">
              {site === '*' ? t('options_all_sites') : site}{' '}
              {/* A snooze without an end is stored as a time that never comes. */}
              {until < Date.now() + 24 * 3_600_000 && (
                <span class="soft">{t('options_snoozed_until', clock.format(until))}</span>
              )}
            </span>
            <button
              type="button"
              class="button"
              aria-label={t('options_wake_label', site === '*' ? t('options_all_sites') : site)}
              onClick={() => state.change((now) => ({ snoozed: without(now.snoozed, site) }))}
            >
              {t('options_wake')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
