/** Focuses what was just added, as soon as it is drawn. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives what to call with the id of the control that is about to be there. */
export function useFresh(): (id: string) => void {
  const wanted = useRef('');
  useLayoutEffect(() => {
    const control = wanted.current && document.getElementById(wanted.current);
    if (!control) return;
    wanted.current = '';
    control.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
