import { type Command, capOf } from './keys';
import { singleKeys } from './reviewer';

/** The key of a command, beside what it does; screen readers hear `aria-keyshortcuts` instead. */
export function Cap({ of }: { of: Command }) {
  const cap = capOf(of);
  if (cap.length === 1 && cap !== '↵' && !singleKeys.value) return null;
  return (
    <span class="cap" aria-hidden="true">
      <kbd>{cap}</kbd>
    </span>
  );
}
