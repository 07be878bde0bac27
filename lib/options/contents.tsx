/** The way through the settings: their sections in groups, the one on show marked, and a field that finds a setting. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '../ui/text';

const GROUPS = [
  { title: 'options_group_coach', ids: ['sites', 'coaching', 'looks', 'keys'] },
  { title: 'options_group_rules', ids: ['words', 'pack', 'principles'] },
  { title: 'options_group_data', ids: ['privacy', 'data', 'carry', 'backup', 'reset'] },
] as const;

const LABELS = {
  sites: 'options_sites',
  coaching: 'options_coaching',
  looks: 'options_looks',
  keys: 'options_keys',
  words: 'options_words',
  pack: 'options_pack',
  principles: 'options_look',
  privacy: 'options_privacy',
  data: 'options_data',
  carry: 'options_carry',
  backup: 'options_backup',
  reset: 'options_reset',
} as const;

/** `main`: where the sections stand, each a `<section id>`. */
export function Contents({ main }: { main: RefObject<HTMLElement | null> }) {
  const current = useCurrentSection(main);
  const [sought, setSought] = useState('');
  const found = useFilter(main, sought);
  return (
    <nav aria-label={t('options_nav')}>
      <input
        type="search"
        class="field"
        placeholder={t('options_search')}
        aria-label={t('options_search')}
        value={sought}
        onInput={(event) => setSought(event.currentTarget.value)}
      />
      <p class="soft found" role="status">
        {sought.trim() && plural('options_found', found.size)}
      </p>
      {GROUPS.map(({ title, ids }) => (
        <div key={title} class="nav-group">
          <p class="soft">{t(title)}</p>
          {ids.map((id) => (
            <a
              key={id}
              href={`#${id}`}
              aria-current={current === id ? 'location' : undefined}
              data-dim={sought.trim() !== '' && !found.has(id)}
            >
              {t(LABELS[id])}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}

const sectionsIn = (main: HTMLElement | null) => [...(main?.querySelectorAll<HTMLElement>(':scope > section') ?? [])];

/** The id of the section that is being read: the last one that begins above the middle of the window. */
function useCurrentSection(main: RefObject<HTMLElement | null>): string {
  const [current, setCurrent] = useState('');
  useEffect(() => {
    const look = () => {
      const shown = sectionsIn(main.current).filter((section) => !section.hidden);
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const read = shown.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3);
      setCurrent((atEnd ? shown.at(-1) : (read ?? shown[0]))?.id ?? '');
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, []);
  return current;
}

/** Hides the sections, and of the long lists the entries, in which none of what is sought stands. Gives the ids that are left. */
function useFilter(main: RefObject<HTMLElement | null>, sought: string): ReadonlySet<string> {
  const [found, setFound] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (element: HTMLElement) => {
      const text = element.textContent?.toLowerCase() ?? '';
      return words.every((word) => text.includes(word));
    };
    for (const section of sectionsIn(main.current)) {
      const inTitle = has(section.querySelector('h2') ?? section);
      for (const entry of section.querySelectorAll<HTMLElement>('[data-principle]'))
        entry.hidden = !inTitle && !has(entry);
      section.hidden = !has(section);
    }
    setFound(new Set(sectionsIn(main.current).flatMap(({ id, hidden }) => (hidden ? [] : [id]))));
  }, [sought]);
  return found;
}
