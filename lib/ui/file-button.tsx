/** A button that asks for a file, or for several. */
import { useRef } from 'preact/hooks';

type Props = Look & ({ onFile(file: File): void } | { onFiles(files: File[]): void });

interface Look {
  label: string;
  /** As the attribute has it: '.json,application/json'. */
  accept: string;
  primary?: boolean;
  disabled?: boolean;
}

export function FileButton({ label, accept, primary, disabled, ...asked }: Props) {
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
        multiple={'onFiles' in asked}
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          const [file] = files;
          // The same file may be chosen again once it was mended.
          event.currentTarget.value = '';
          if ('onFiles' in asked) asked.onFiles(files);
          else if (file) asked.onFile(file);
        }}
      />
    </>
  );
}
