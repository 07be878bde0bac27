/** A button that asks for a file. */
import { useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** As the attribute has it: '.json,application/json'. */
  accept: string;
  onFile(file: File): void;
  primary?: boolean;
  disabled?: boolean;
}

export function FileButton({ label, accept, onFile, primary, disabled }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={primary ? 'button primary' : 'button'}
        disabled={disabled}
        onClick={() => picker.current?.click()}
      >
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen again once it was mended.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
