/** When there is nothing to coach: what is the case, and what to do. */
import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { isCovered, MATCHES } from '../hosts/matches';
import type { Snapshot } from '../messages';
import { switchSite } from '../store/sites';
import { Bubble, Moon } from '../ui/icons';
import { language, t } from '../ui/text';
import { openOwnPage } from './header';
import { Report } from './report';
import type { PanelState } from './state';
import { SwitchOn } from './switch-on';

export function QuietState({ state }: { state: PanelState }) {
  if (state.dead.value) {
    return (
      <Quiet title={t('panel_disconnected')}>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {t('panel_reload_self')}
        </button>
      </Quiet>
    );
  }
  const snapshot = state.snapshot.value;
  if (!snapshot) return <NoCoach state={state} />;
  switch (snapshot.status) {
    case 'off':
      return <Off state={state} />;
    case 'snoozed':
      return <Snoozed snapshot={snapshot} state={state} />;
    case 'lost':
      return (
        <Quiet
          title={t('panel_lost_title', snapshot.report?.hostName ?? state.site.value ?? '')}
          text={t('panel_lost_text')}
        >
          {snapshot.report && <Report report={snapshot.report} />}
        </Quiet>
      );
    case 'no-box':
      return <Quiet title={t('panel_nobox_title')} text={t('panel_nobox_text')} />;
    default:
      return <Quiet title={t('panel_reading')} />;
  }
}

function NoCoach({ state }: { state: PanelState }) {
  const tab = state.tab.value;
  const address = tab?.url ? new URL(tab.url) : null;
  // The browser starts no content script in tabs that were open before the extension was there.
  if (tab && address && isCovered([...MATCHES, ...state.settings.value.sites], address)) {
    return (
      <Quiet title={t('panel_reload_title')} text={t('panel_reload_text')}>
        <button type="button" class="button primary" onClick={() => browser.tabs.reload(tab.id)}>
          {t('panel_reload')}
        </button>
      </Quiet>
    );
  }
  return (
    <Quiet title={t('panel_none_title')} text={t('panel_none_text')}>
      <SwitchOn address={address} />
      <button type="button" class="button" onClick={() => openOwnPage('/practice.html')}>
        {t('panel_practice')}
      </button>
    </Quiet>
  );
}

function Off({ state }: { state: PanelState }) {
  const site = state.site.value;
  const everywhere = !state.settings.value.enabled;
  return (
    <Quiet
      title={everywhere ? t('panel_off_all_title') : t('panel_off_title')}
      text={everywhere ? t('panel_off_all_text') : t('panel_off_text')}
    >
      <button
        type="button"
        class="button primary"
        onClick={() => state.change((now) => (site === null ? { enabled: true } : switchSite(now, site, true)))}
      >
        {t('panel_on')}
      </button>
    </Quiet>
  );
}

function Snoozed({ snapshot, state }: { snapshot: Snapshot; state: PanelState }) {
  const { scope, until } = snapshot.snooze ?? { scope: 'reply', until: null };
  const clock = new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit' });
  const title =
    until !== null
      ? t('panel_snoozed_until', clock.format(until))
      : scope === 'reply'
        ? t('panel_snoozed_reply')
        : t('panel_snoozed_site');
  return (
    <Quiet title={title} text={t('panel_snoozed_text')} icon={<Moon size={28} />}>
      <button type="button" class="button primary" onClick={() => state.command({ name: 'wake' })}>
        {t('panel_wake')}
      </button>
    </Quiet>
  );
}

interface QuietProps {
  title: string;
  text?: string;
  icon?: ComponentChildren;
  children?: ComponentChildren;
}

function Quiet({ title, text, icon = <Bubble size={28} />, children }: QuietProps) {
  return (
    <section class="quiet">
      {icon}
      <h2>{title}</h2>
      {text && <p class="soft">{text}</p>}
      {children}
    </section>
  );
}
