import { ContentState, convertFromHTML, convertToRaw, Editor, EditorState, RichUtils } from 'draft-js';
import css from 'draft-js/dist/Draft.css?inline';
import { Component, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { mountAll } from './mount';

class Composer extends Component<{ html: string; onMade(made: Composer): void }, { editor: EditorState }> {
  constructor(props: { html: string; onMade(made: Composer): void }) {
    super(props);
    this.state = { editor: this.parse(props.html) };
    props.onMade(this);
  }

  parse(html: string): EditorState {
    if (!html) return EditorState.createEmpty();
    const { contentBlocks, entityMap } = convertFromHTML(html);
    return EditorState.createWithContent(ContentState.createFromBlockArray(contentBlocks, entityMap));
  }

  override render() {
    return createElement(Editor, {
      editorState: this.state.editor,
      onChange: (editor: EditorState) => this.setState({ editor }),
      handleKeyCommand: (command: string, state: EditorState) => {
        const next = RichUtils.handleKeyCommand(state, command);
        if (next) this.setState({ editor: next });
        return next ? 'handled' : 'not-handled';
      },
    });
  }
}

mountAll(async (place, html) => {
  let composer!: Composer;
  const root = createRoot(place);
  root.render(createElement(Composer, { html, onMade: (made: Composer) => (composer = made) }));
  while (!place.querySelector('.public-DraftEditor-content')) await new Promise(requestAnimationFrame);
  return {
    element: place.querySelector('.public-DraftEditor-content') as HTMLElement,
    text: () => composer.state.editor.getCurrentContent().getPlainText('\n'),
    html: () => JSON.stringify(convertToRaw(composer.state.editor.getCurrentContent())),
    set: (next) => composer.setState({ editor: composer.parse(next) }),
    destroy: () => root.unmount(),
  };
}, css);
