/** Sites that the agent named: each can be given back, and another one added. */
import { hostFor } from '../hosts';
import { hostnameOf } from '../hosts/matches';
import { AddSite } from '../ui/add-site';
import { giveBack } from '../ui/ask-site';
import { t } from '../ui/text';
import { PREVIEWS, patternsOf } from './previews';

/** `sites`: the match patterns that the browser permits. */
export function OwnSites({ sites }: { sites: readonly string[] }) {
  const previews = new Set(PREVIEWS.flatMap(patternsOf));
  const own = sites.filter((site) => !previews.has(site));
  return (
    <div class="card">
      <h3>{t('options_own')}</h3>
      <p class="soft">{t('options_own_text')}</p>
      <ul class="own">
        {own.length === 0 && <li class="soft">{t('options_own_none')}</li>}
        {own.map((site) => (
          <li key={site} class="line">
            <Site pattern={site} />
            <button
              type="button"
              class="button"
              aria-label={t('options_own_remove_label', nameOf(site))}
              onClick={() => giveBack([site]).catch(console.error)}
            >
              {t('options_own_remove')}
            </button>
          </li>
        ))}
      </ul>
      <AddSite />
    </div>
  );
}

function Site({ pattern }: { pattern: string }) {
  const hostname = hostnameOf(pattern);
  const { preview, name } = hostFor({ hostname });
  return (
    <span class="name">
      {nameOf(pattern)} {preview && <span class="soft">{t('options_preview_label', name)}</span>}
    </span>
  );
}

/** The browser's own page may have given every site at once. */
function nameOf(pattern: string): string {
  const hostname = hostnameOf(pattern);
  return hostname.includes('*') ? t('options_all_sites') : hostname;
}
