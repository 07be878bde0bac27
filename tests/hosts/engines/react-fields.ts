/** A textarea whose value React controls: what React does not hear of, it takes back. */
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { mountAll } from './mount';

mountAll(async (place, html) => {
  let value = html;
  let setValue: (next: string) => void = () => {};
  const Field = () => {
    const [now, set] = useState(html);
    value = now;
    setValue = set;
    return createElement('textarea', {
      value: now,
      rows: 8,
      style: { width: '100%', font: 'inherit' },
      onChange: (event: { target: { value: string } }) => set(event.target.value),
    });
  };
  const root = createRoot(place);
  root.render(createElement(Field));
  while (!place.querySelector('textarea')) await new Promise(requestAnimationFrame);
  return {
    element: place.querySelector('textarea') as HTMLElement,
    text: () => value,
    html: () => value,
    set: (next) => setValue(next),
    destroy: () => root.unmount(),
  };
});
