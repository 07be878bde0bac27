/** TinyMCE is served as it is shipped, at /_engine/tinymce/; its iframe is `about:srcdoc`. */
import type { Editor, TinyMCE } from 'tinymce';
import { mountAll, textOfHtml } from './mount';
import { loadScript } from './script';

mountAll(async (place, html) => {
  await loadScript('/_engine/tinymce/tinymce.min.js');
  const { tinymce } = window as unknown as { tinymce: TinyMCE };
  const area = document.createElement('textarea');
  area.value = html;
  place.append(area);
  const [editor] = (await tinymce.init({
    target: area,
    license_key: 'gpl',
    base_url: '/_engine/tinymce',
    suffix: '.min',
    menubar: false,
    statusbar: false,
    promotion: false,
    height: 240,
  })) as Editor[];
  if (!editor) throw new Error('TinyMCE did not start.');
  return {
    element: editor.getBody(),
    text: () => textOfHtml(editor.getContent()),
    html: () => editor.getContent(),
    set: (next) => void editor.setContent(next),
    destroy: () => editor.destroy(),
  };
});
