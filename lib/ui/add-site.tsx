/** A field for the address of a site to switch on. */
import { useState } from 'preact/hooks';
import { hostnameOf, siteOf } from '../hosts/matches';
import { askFor } from './ask-site';
import { t } from './text';

export function AddSite({ focus = false }: { focus?: boolean }) {
  const [address, setAddress] = useState('');
  const [news, setNews] = useState('');

  const add = (event: Event) => {
    event.preventDefault();
    const site = siteOf(address);
    if (!site) {
      setNews(t('site_bad'));
      return;
    }
    askFor([site]).then(
      (given) => {
        setNews(given ? t('site_on', hostnameOf(site)) : t('site_refused'));
        if (given) setAddress('');
      },
      (error) => setNews(String(error)),
    );
  };

  return (
    <form class="add-site" onSubmit={add}>
      <div>
        <input
          class="field"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          // biome-ignore lint/a11y/noAutofocus: the agent has just asked for this field
          autoFocus={focus}
          aria-label={t('site_address')}
          placeholder={t('site_address_hint')}
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!address.trim()}>
          {t('site_switch_on')}
        </button>
      </div>
      <p class="soft" role="status">
        {news}
      </p>
    </form>
  );
}
