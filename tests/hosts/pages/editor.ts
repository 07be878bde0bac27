/** A real editor engine in a fixture page; see tests/hosts/engines/mount.ts. */
export interface Editor {
  /** Attributes of the editable element, as the helpdesk has them. */
  as: Record<string, string>;
  /** What stands in it at the start. */
  html?: string;
}

export function editor({ as, html = '' }: Editor): string {
  return `<div data-editor data-as='${escape(JSON.stringify(as))}' data-html='${escape(html)}'></div>`;
}

export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/'/g, '&#39;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** A whole page around one engine. */
export function document(title: string, engine: string, body: string, css = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>
    body { margin: 0; font: 14px/1.5 system-ui, sans-serif; }
    [contenteditable] { min-height: 80px; padding: 8px; border: 1px solid #ccd; }
    ${css}</style></head><body>${body}<script src="/_engine/${engine}.js"></script></body></html>`;
}
