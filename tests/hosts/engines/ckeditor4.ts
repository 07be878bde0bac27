/** CKEditor 4 is served as it is shipped, at /_engine/ckeditor4/; it writes its iframe with `document.write`. */
import { mountAll, textOfHtml } from './mount';
import { loadScript } from './script';

interface Editor4 {
  on(event: 'instanceReady', listener: () => void): void;
  editable(): { $: HTMLElement };
  getData(): string;
  loadSnapshot(html: string): void;
  destroy(): void;
}

mountAll(async (place, html) => {
  const page = window as unknown as {
    CKEDITOR_BASEPATH: string;
    CKEDITOR: { replace(area: Element, config: object): Editor4 };
  };
  page.CKEDITOR_BASEPATH = `${location.origin}/_engine/ckeditor4/`;
  await loadScript('/_engine/ckeditor4/ckeditor.js');
  const area = document.createElement('textarea');
  area.value = html;
  place.append(area);
  const editor = page.CKEDITOR.replace(area, {
    versionCheck: false,
    toolbar: [['Bold', 'Italic', 'Link']],
    height: 200,
  });
  await new Promise<void>((ready) => editor.on('instanceReady', ready));
  return {
    element: editor.editable().$,
    text: () => textOfHtml(editor.getData()),
    html: () => editor.getData(),
    // setData would write the frame anew, with another body.
    set: (next) => editor.loadSnapshot(next),
    destroy: () => editor.destroy(),
  };
});
