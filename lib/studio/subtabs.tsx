/** The parts of a view, each with an address of its own. */
import { routeHash, type StudioView } from './route';

interface Props<T extends string> {
  label: string;
  view: StudioView;
  parts: readonly { id: T; name: string; count?: number }[];
  current: T;
}

export function Subtabs<T extends string>({ label, view, parts, current }: Props<T>) {
  return (
    <nav class="subtabs" aria-label={label}>
      {parts.map(({ id, name, count }) => (
        <a key={id} href={routeHash({ view, at: id })} aria-current={id === current ? 'page' : undefined}>
          {name}
          {count !== undefined && <span class="soft"> {count}</span>}
        </a>
      ))}
    </nav>
  );
}
