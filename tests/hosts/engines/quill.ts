import Quill from 'quill';
import css from 'quill/dist/quill.core.css?inline';
import { mountAll } from './mount';

mountAll((place, html) => {
  const holder = document.createElement('div');
  place.append(holder);
  const quill = new Quill(holder, { modules: { toolbar: false } });
  const set = (next: string) => quill.setContents(quill.clipboard.convert({ html: next }), 'silent');
  set(html);
  quill.history.clear();
  return {
    element: quill.root,
    text: () => quill.getText().replace(/\n$/, ''),
    html: () => quill.getSemanticHTML(),
    set,
    destroy: () => holder.remove(),
  };
}, css);
