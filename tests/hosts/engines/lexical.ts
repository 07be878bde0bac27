import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createLinkNode, LinkNode } from '@lexical/link';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, type ElementNode } from 'lexical';
import { mountAll } from './mount';

/** Paragraphs with bold, italic and links, as far as fixtures need them. */
function fill(html: string): void {
  const root = $getRoot();
  root.clear();
  const body = new DOMParser().parseFromString(html || '<p></p>', 'text/html').body;
  for (const block of body.children) {
    const paragraph = $createParagraphNode();
    addInline(paragraph, block, []);
    root.append(paragraph);
  }
}

function addInline(into: ElementNode, from: Node, formats: ('bold' | 'italic')[]): void {
  for (const child of from.childNodes) {
    if (child instanceof Text) {
      const text = $createTextNode(child.data);
      for (const format of formats) text.toggleFormat(format);
      into.append(text);
    } else if (child instanceof HTMLAnchorElement) {
      const link = $createLinkNode(child.href);
      addInline(link, child, formats);
      into.append(link);
    } else {
      const bold = /^(B|STRONG)$/.test(child.nodeName);
      const italic = /^(I|EM)$/.test(child.nodeName);
      addInline(into, child, [...formats, ...(bold ? ['bold' as const] : []), ...(italic ? ['italic' as const] : [])]);
    }
  }
}

mountAll((place, html) => {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  place.append(element);
  const editor = createEditor({
    nodes: [LinkNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  const off = [registerRichText(editor), registerHistory(editor, createEmptyHistoryState(), 300)];
  const set = (next: string) => editor.update(() => fill(next), { discrete: true });
  set(html);
  return {
    element,
    text: () =>
      editor.getEditorState().read(() =>
        $getRoot()
          .getChildren()
          .map((block) => block.getTextContent())
          .join('\n'),
      ),
    html: () => JSON.stringify(editor.getEditorState().toJSON()),
    set,
    destroy() {
      for (const end of off) end();
      editor.setRootElement(null);
      element.remove();
    },
  };
});
