/** The rewrite that the editor did not take, one click from the clipboard. */
import { Component } from 'preact';
import { t } from '../ui/text';

interface Props {
  text: string;
}

interface State {
  stage: 'offered' | 'copied' | 'by-hand';
}

/** A class, since hooks would be a kilobyte in each page for this one state. */
export class CopyRewrite extends Component<Props, State> {
  override state: State = { stage: 'offered' };

  override render({ text }: Props, { stage }: State) {
    if (stage === 'by-hand') {
      return (
        <label class="copy">
          {t('card_copy_by_hand')}
          <textarea readOnly rows={3} value={text} ref={selectAll} />
        </label>
      );
    }
    return (
      <p class="copy">
        <button type="button" class="button" onClick={this.#copy}>
          {stage === 'copied' ? t('action_copied') : t('card_copy')}
        </button>
      </p>
    );
  }

  readonly #copy = (event: MouseEvent): void => {
    // A page can click in our card by script; the clipboard is the agent's.
    if (!event.isTrusted) return;
    writeClipboard(this.props.text).then(
      () => this.setState({ stage: 'copied' }),
      // Frames of other sites may not write to the clipboard: then it stands there, selected.
      () => this.setState({ stage: 'by-hand' }),
    );
  };
}

/** One function, so that it is called once for the field and not at each drawing. */
function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}

/** Rejects where there is no clipboard (a page without https) or the page's policy forbids it. */
async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
