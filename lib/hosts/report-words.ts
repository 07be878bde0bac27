/** The words of which pages' code is made: tags, attributes, and what parts of a helpdesk's page are called. */
export const WORDS: readonly string[] = [
  // Tags, and what web components are called.
  'a abbr article aside b blockquote body br button code div dl dt dd em fieldset figure footer form frame header html',
  'iframe img input label legend li main nav ol p pre section slot span strong table tbody td textarea th thead tr u ul',
  // Attributes and their values.
  'aria autocomplete autocorrect autocapitalize busy class contenteditable controls cy data described describedby dir',
  'disabled draggable editable expanded false for haspopup hidden href id inert invalid is label labelledby lang level',
  'live ltr modal multiline name owns placeholder plaintext pressed qa readonly required role rtl selected spellcheck',
  'src style tabindex target test testid title translate true type value',
  // Roles.
  'alert application combobox complementary dialog feed group list listbox listitem log menu none presentation region',
  'row search searchbox status tab tablist tabpanel textbox toolbar',
  // What parts of a page are called.
  'action active agent app area attachment bar base block bottom box bubble card cell channel chat col column comment',
  'component compose composer composition container content control conversation cover detail details drawer draft edit',
  'editor element email entry field flex focus focused full global grid host inbox inline inner input internal is item',
  'layout left line mail message messages messaging middle new note notes omni outer overlay page panel pane part parts',
  'private preview primary public reply replies rich right root row rows scroll secondary send sidebar split standard',
  'surface switcher text thread ticket tickets timeline toggle tool top tray view viewport widget window workspace',
  'wrapper write writing',
  // Editors.
  'cke ck ckeditor codemirror contents document draftjs editing engine fr froala ghost gutenberg interactive ke lexical',
  'medium mce prosemirror ql quill redactor slate summernote tiptap tinymce trix wysiwyg',
  // Routes.
  'all case cases conversations deeplink desk live open r queue settings tasks team unassigned',
].flatMap((line) => line.split(' '));
