/** What is read, what is kept, and the proof that nothing leaves. */
import { browser } from 'wxt/browser';
import type { Settings } from '../store/settings';
import { Shield } from '../ui/icons';
import { t } from '../ui/text';
import { CountedForYou } from './counted-for-you';
import { Section } from './section';
import { StoredList } from './stored';

export function Privacy({ settings }: { settings: Settings }) {
  const manifest = browser.runtime.getManifest();
  const policy = manifest.content_security_policy as { extension_pages?: string } | undefined;
  return (
    <Section id="privacy" title={t('options_privacy')}>
      <div class="card prose">
        <p class="shield">
          <Shield size={16} />
          <span>{t('options_privacy_reads')}</span>
        </p>
        <p>{t('options_privacy_work')}</p>
        <p>{t('options_privacy_keeps')}</p>
        <h3>{t('options_privacy_rule')}</h3>
        <p>{t('options_privacy_proof')}</p>
        <pre>{policy?.extension_pages?.split('; ').join(';\n')}</pre>
        <details>
          <summary>{t('options_privacy_check')}</summary>
          <ol class="steps">
            <li>{t('options_privacy_check_open')}</li>
            <li>{t('options_privacy_check_watch')}</li>
            <li>
              {t('options_privacy_check_try')} <code>fetch('https://example.com')</code>
            </li>
            <li>{t('options_privacy_check_see')}</li>
          </ol>
        </details>
        <h3>{t('options_privacy_permissions')}</h3>
        <ul class="bullets">
          {(manifest.permissions ?? []).map((permission) => (
            <li key={permission}>{permissionText(String(permission))}</li>
          ))}
        </ul>
      </div>
      <div class="card prose">
        <CountedForYou counting={settings.counting} />
      </div>
      <div class="card">
        <StoredList />
      </div>
    </Section>
  );
}

const NAMED = ['storage', 'scripting', 'activeTab', 'sidePanel'] as const;

function isNamed(permission: string): permission is (typeof NAMED)[number] {
  return (NAMED as readonly string[]).includes(permission);
}

function permissionText(permission: string): string {
  return isNamed(permission) ? t(`options_permission_${permission}`) : permission;
}
