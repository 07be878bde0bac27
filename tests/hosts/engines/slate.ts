import { createElement, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Node, Transforms } from 'slate';
import { type HistoryEditor, withHistory } from 'slate-history';
import {
  Editable,
  type ReactEditor,
  type RenderElementProps,
  type RenderLeafProps,
  Slate,
  withReact,
} from 'slate-react';
import { mountAll } from './mount';

type Leaf = { text: string; bold?: true };
type Inline = Leaf | { type: 'link'; url: string; children: Leaf[] };
type Block = { type: 'paragraph'; children: Inline[] };

function blocksOf(html: string): Block[] {
  const body = new DOMParser().parseFromString(html || '<p></p>', 'text/html').body;
  const leaves = (from: globalThis.Node, bold: boolean): Inline[] =>
    [...from.childNodes].flatMap((child): Inline[] => {
      if (child instanceof Text) return [bold ? { text: child.data, bold } : { text: child.data }];
      const link = child instanceof HTMLAnchorElement;
      const inner = leaves(child, bold || /^(B|STRONG)$/.test(child.nodeName));
      return link ? [{ type: 'link', url: child.href, children: inner as Leaf[] }] : inner;
    });
  return [...body.children].map((block) => {
    const children = leaves(block, false);
    return { type: 'paragraph', children: children.length ? children : [{ text: '' }] };
  });
}

const Element = ({ attributes, children, element }: RenderElementProps) => {
  const { type, url } = element as unknown as { type: string; url?: string };
  return type === 'link'
    ? createElement('a', { ...attributes, href: url }, children)
    : createElement('p', attributes, children);
};

const Letters = ({ attributes, children, leaf }: RenderLeafProps) =>
  createElement('span', attributes, (leaf as Leaf).bold ? createElement('strong', null, children) : children);

mountAll(async (place, html) => {
  let editor: Editor & ReactEditor & HistoryEditor;
  const App = () => {
    const [made] = useState(() => {
      const plain = withHistory(withReact(createEditor() as Editor & ReactEditor));
      const { isInline } = plain;
      plain.isInline = (element) => (element as unknown as { type: string }).type === 'link' || isInline(element);
      return plain;
    });
    editor = made as Editor & ReactEditor & HistoryEditor;
    const initialValue = useMemo(() => blocksOf(html) as unknown as Descendant[], []);
    return createElement(Slate, {
      editor: made,
      initialValue,
      children: createElement(Editable, { renderElement: Element, renderLeaf: Letters }),
    });
  };
  const root = createRoot(place);
  root.render(createElement(App));
  while (!place.querySelector('[data-slate-editor]')) await new Promise(requestAnimationFrame);
  const text = () => editor.children.map((block) => Node.string(block)).join('\n');
  return {
    element: place.querySelector('[data-slate-editor]') as HTMLElement,
    text,
    html: () => JSON.stringify(editor.children),
    set(next) {
      Editor.withoutNormalizing(editor, () => {
        for (let at = editor.children.length; at-- > 0; ) Transforms.removeNodes(editor, { at: [at] });
        Transforms.insertNodes(editor, blocksOf(next) as unknown as Descendant[], { at: [0] });
      });
    },
    destroy: () => root.unmount(),
  };
});
