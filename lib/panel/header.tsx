/** Where the coach is, its switch, and what is rarely needed. */
import { browser } from 'wxt/browser';
import type { SnoozeScope, Surface } from '../messages';
import { isOn, switchSite } from '../store/sites';
import { Dots } from '../ui/icons';
import { Menu, type MenuItem } from '../ui/menu';
import { Switch } from '../ui/switch';
import { t } from '../ui/text';
import type { PanelState } from './state';

const SCOPES: SnoozeScope[] = ['reply', 'hour', 'site'];

export function Header({ state, onKeys }: { state: PanelState; onKeys(): void }) {
  const snapshot = state.snapshot.value;
  const settings = state.settings.value;
  const site = state.site.value;
  const on = isOn(settings, site);
  const locked = state.locked.value.has('sitesOff') || (!settings.enabled && state.locked.value.has('enabled'));
  const awake = snapshot?.status === 'ready' || snapshot?.status === 'reading' || snapshot?.status === 'no-box';

  const items: MenuItem[] = [
    ...(awake && on
      ? SCOPES.filter((scope) => scope !== 'reply' || snapshot.status !== 'no-box').map((scope) => ({
          text: t(`panel_snooze_${scope}`),
          onSelect: () => state.command({ name: 'snooze', scope }),
        }))
      : []),
    {
      text: settings.enabled ? t('panel_everywhere_off') : t('panel_everywhere_on'),
      apart: true,
      onSelect: () => state.change((now) => ({ enabled: !now.enabled })),
    },
    { text: t('panel_keys'), apart: true, onSelect: onKeys },
    { text: t('panel_progress'), onSelect: () => openOwnPage('/progress.html') },
    { text: t('panel_settings'), onSelect: () => openOwnPage('/options.html') },
    { text: t('panel_practice'), onSelect: () => openOwnPage('/practice.html') },
    { text: t('panel_audits'), onSelect: () => openOwnPage('/audit.html') },
    { text: t('panel_studio'), onSelect: () => openOwnPage('/studio.html') },
  ];

  return (
    <header>
      <h1>{t('extensionName')}</h1>
      {snapshot?.surface && (
        <span class="chip">{t('panel_surface', snapshot.surface.hostName, kindOf(snapshot.surface))}</span>
      )}
      <span class="spacer" />
      <Menu label={t('panel_menu_coach')} items={items}>
        <Dots />
      </Menu>
      {snapshot && site !== null && (
        <Switch
          on={on}
          label={locked ? t('options_locked') : t('panel_switch_site')}
          disabled={locked}
          onChange={(next) => state.change((now) => switchSite(now, site, next))}
        />
      )}
    </header>
  );
}

export function openOwnPage(
  path:
    | '/audit.html'
    | '/options.html'
    | '/practice.html'
    | '/progress.html'
    | '/studio.html'
    | '/options.html#privacy'
    | '/options.html#keys'
    | '/options.html#coaching'
    | '/options.html#pack',
): void {
  browser.tabs.create({ url: browser.runtime.getURL('/') + path.slice(1) }).catch(console.error);
}

function kindOf({ kind, channel }: Surface): string {
  if (kind === 'note') return t('panel_kind_note');
  if (channel === 'chat' || channel === 'social') return t(`panel_kind_${channel}`);
  return t(`panel_kind_${kind}`);
}
