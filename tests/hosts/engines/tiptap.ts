import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { mountAll } from './mount';

mountAll((place, html) => {
  const editor = new Editor({ element: place, extensions: [StarterKit], content: html });
  return {
    element: editor.view.dom,
    text: () => editor.getText({ blockSeparator: '\n' }),
    html: () => editor.getHTML(),
    set: (next) => void editor.commands.setContent(next),
    destroy: () => editor.destroy(),
  };
});
