/** The words of which pages' code is made: tags, attributes, and what parts of a helpdesk's page are called. */
export const WORDS: readonly string[] = [
  // Tags, and what web components are called.
  'a article aside b blockquote body br button code div em figure footer form frame header html',
  'iframe img input label li main nav ol p pre section slot span strong table tbody td textarea th thead tr ul',
  // Attributes and their values.
  'aria autocomplete class contenteditable controls cy data described describedby dir',
  'disabled editable expanded false for haspopup hidden href id is label labelledby level',
  'multiline name placeholder qa readonly required role selected spellcheck',
  'tabindex target test testid true type value',
  // Roles.
  'application combobox dialog group list listbox listitem menu none region',
  'row search searchbox status tab tablist textbox toolbar',
  // What parts of a page are called.
  'action active agent app area attachment bar base block bottom box card cell channel chat col column comment',
  'component compose composer composition container content control conversation detail details drawer draft edit',
  'editor element email entry field flex focus focused full global grid host inbox inline inner input internal is item',
  'layout left line mail message messages messaging new note notes omni outer overlay page panel pane part parts',
  'private preview primary public reply replies rich right root row rows scroll secondary send sidebar split standard',
  'surface switcher text thread ticket tickets toggle tool top tray view viewport widget window workspace',
  'wrapper write writing',
  // Editors.
  'cke ck ckeditor codemirror contents document draftjs editing engine fr froala lexical',
  'mce prosemirror ql quill slate tiptap tinymce wysiwyg',
  // Routes.
  'all case cases conversations desk live open r u queue settings tasks team unassigned',
].flatMap((line) => line.split(' '));
