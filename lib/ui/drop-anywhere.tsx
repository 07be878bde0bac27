/** A file that is dropped anywhere on a page. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** `text` stands over the page while a file is held above it. */
export function DropAnywhere({ text, onFile }: { text: string; onFile(file: File): void }) {
  const over = useSignal(false);
  const take = useRef(onFile);
  take.current = onFile;
  useEffect(() => {
    const leaving = new AbortController();
    const { signal: until } = leaving;
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    addEventListener(
      'dragover',
      (event) => {
        if (!carriesFile(event)) return;
        // Else the browser would open the file in place of the page.
        event.preventDefault();
        over.value = true;
      },
      { signal: until },
    );
    addEventListener('dragleave', (event) => (over.value &&= event.relatedTarget !== null), { signal: until });
    addEventListener(
      'drop',
      (event) => {
        over.value = false;
        const file = event.dataTransfer?.files[0];
        if (!carriesFile(event)) return;
        event.preventDefault();
        if (file) take.current(file);
      },
      { signal: until },
    );
    return () => leaving.abort();
  }, []);
  return over.value ? (
    <div class="drop-anywhere" aria-hidden="true">
      <p>{text}</p>
    </div>
  ) : null;
}
