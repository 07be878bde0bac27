/** A search that begins by itself after a pause in typing. */
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  text: string;
  label: string;
  /** `replace`: one change that goes on, such as typing, is one step back. */
  onSearch(text: string, how: 'push' | 'replace'): void;
}

/** ms. */
const PAUSE = 250;

export function SearchBox({ text, label, onSearch }: Props) {
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (now: string) => {
    clearTimeout(timer.current);
    if (now.trim() !== text) onSearch(now.trim(), text ? 'replace' : 'push');
  };
  return (
    <form
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed);
      }}
    >
      <input
        class="field"
        type="search"
        value={typed}
        placeholder={label}
        aria-label={label}
        onInput={(event) => {
          const now = event.currentTarget.value;
          setTyped(now);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => search(now), PAUSE);
        }}
      />
    </form>
  );
}
