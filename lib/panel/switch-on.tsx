/** Where no coach runs: one click has the browser ask for this site. */
import { useState } from 'preact/hooks';
import { hostFor } from '../hosts';
import { siteOf } from '../hosts/matches';
import { AddSite } from '../ui/add-site';
import { askFor } from '../ui/ask-site';
import { t } from '../ui/text';

/** `address`: where the tab is; null where the browser keeps it to itself, so that the agent has to name the site. */
export function SwitchOn({ address }: { address: URL | null }) {
  const [typing, setTyping] = useState(false);
  const [news, setNews] = useState('');
  if (!address) {
    if (typing) return <AddSite focus />;
    return (
      <button type="button" class="button primary" onClick={() => setTyping(true)}>
        {t('site_add')}
      </button>
    );
  }
  const site = siteOf(address.href);
  // A page of the browser's own, or one that is not encrypted.
  if (!site) return null;
  const host = hostFor(address);
  const ask = () => {
    askFor([site]).then(
      (given) => setNews(given ? '' : t('site_refused')),
      (error) => setNews(String(error)),
    );
  };
  return (
    <>
      <button type="button" class="button primary" onClick={ask}>
        {t('site_add')}
      </button>
      <p class="soft">
        {t('site_add_text', address.hostname)} {host.preview && t('site_add_preview', host.name)}
      </p>
      <p class="soft" role="status">
        {news}
      </p>
    </>
  );
}
