import {
  Autoformat,
  BlockQuote,
  Bold,
  ClassicEditor,
  CodeBlock,
  Essentials,
  Italic,
  Link,
  List,
  Mention,
  Paragraph,
  PasteFromOffice,
} from 'ckeditor5';
import css from 'ckeditor5/ckeditor5.css?inline';
import { mountAll, textOfHtml } from './mount';

mountAll(async (place, html) => {
  const editor = await ClassicEditor.create(place, {
    licenseKey: 'GPL',
    initialData: html,
    // The engine writes its label anew at each focus: the helpdesk's own must be the engine's.
    label: JSON.parse(place.dataset.as ?? '{}')['aria-label'],
    plugins: [
      Autoformat,
      BlockQuote,
      Bold,
      CodeBlock,
      Essentials,
      Italic,
      Link,
      List,
      Mention,
      Paragraph,
      PasteFromOffice,
    ],
    toolbar: ['bold', 'italic', 'link', 'bulletedList'],
  });
  return {
    element: editor.ui.getEditableElement() as HTMLElement,
    text: () => textOfHtml(editor.getData()),
    html: () => editor.getData(),
    setAttribute(name, value) {
      const { view } = editor.editing;
      const root = view.document.getRoot();
      if (!root) return;
      view.change((writer) => {
        if (name === 'class') writer.addClass(value.split(' '), root);
        else writer.setAttribute(name, value, root);
      });
    },
    set: (next) => editor.setData(next),
    destroy: () => editor.destroy(),
  };
}, css);
