/**
 * Puts a real editor into a fixture page: a bundle of this and one engine is served at `/_engine/<name>.js`. Each
 * `<div data-editor>` becomes an editor:
 *
 *     data-as    JSON: attributes of the editable element, as the helpdesk has them
 *     data-html  what stands in it at the start
 */

export interface Mounted {
  /** What the agent types into. */
  element: HTMLElement;
  /** The text by the engine's own model (getData, state, value), never by the DOM: blocks joined by '\n'. */
  text(): string;
  /** The content by the engine's own model, as HTML or JSON. */
  html(): string;
  /** Gives the editable an attribute, where the engine drops those that it does not know of. */
  setAttribute?(name: string, value: string): void;
  /** The engine's own way to set its content. */
  set(html: string): void;
  /** Takes the editor away as the engine does. */
  destroy(): unknown;
}

/** Makes an editor in `place`, with this HTML in it. */
export type Mount = (place: HTMLElement, html: string) => Promise<Mounted> | Mounted;

export interface EditorWindow {
  /** The editors of the page, by their order in it. */
  editors: Mounted[];
  /** Makes an editor in a `<div data-editor>` that came later. */
  mountEditor(place: HTMLElement): Promise<Mounted>;
}

/** `css`: what the engine's own style sheet says; helpdesks ship it with the editor. */
export function mountAll(mount: Mount, css = ''): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const page = window as unknown as EditorWindow;
  page.editors ??= [];
  page.mountEditor = async (place) => {
    const editor = await mount(place, place.dataset.html ?? '');
    for (const [name, value] of Object.entries(JSON.parse(place.dataset.as ?? '{}'))) {
      if (editor.setAttribute) editor.setAttribute(name, String(value));
      else if (name === 'class') editor.element.classList.add(...String(value).split(' '));
      else editor.element.setAttribute(name, String(value));
    }
    page.editors.push(editor);
    return editor;
  };
  const places = [...document.querySelectorAll<HTMLElement>('[data-editor]')];
  places
    .reduce((before, place) => before.then(() => page.mountEditor(place)).then(() => {}), Promise.resolve())
    .then(() => document.documentElement.setAttribute('data-editors', 'ready'));
}

const BLOCKS = 'P, DIV, H1, H2, H3, H4, H5, H6, LI, BLOCKQUOTE, PRE';

/** The text of HTML that an engine gave: a block is a line, text beside blocks too; `<br>` breaks a line. */
export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lines: string[] = [];
  let open: string | null = null;
  const close = () => {
    if (open !== null) lines.push(open);
    open = null;
  };
  const walk = (parent: Node) => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        // Between blocks an engine may lay its HTML out for people.
        if (open !== null || /[^\s]|\u00a0/.test(child.data)) open = (open ?? '') + child.data.replace(/\n/g, ' ');
      } else if (child.nodeName === 'BR') {
        // The last one only holds its line open.
        if (child.nextSibling) lines.push(open ?? '');
        open = child.nextSibling ? '' : (open ?? '');
      } else if ((child as Element).matches(BLOCKS)) {
        close();
        walk(child);
        close();
      } else walk(child);
    }
  };
  walk(body);
  close();
  return lines.join('\n').replace(/\u00a0/g, ' ');
}
