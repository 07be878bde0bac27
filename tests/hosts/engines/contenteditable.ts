/** No engine: the browser's own editing, as Gmail has it. */
import { mountAll, textOfHtml } from './mount';

mountAll((place, html) => {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  const set = (next: string) => {
    element.innerHTML = next;
  };
  set(html);
  place.append(element);
  return {
    element,
    text: () => textOfHtml(element.innerHTML),
    html: () => element.innerHTML,
    set,
    destroy: () => element.remove(),
  };
});
