import { useRef, type ReactElement } from 'react';

interface FileChoice {
  /** Opens the dialog in which the person chooses. */
  open: () => void;
  /** To be placed anywhere in the page; it does not show. */
  input: ReactElement;
}

/** Lets the person choose one file; the page gets its bytes and never its path. @param accept file extensions, comma between */
export function useFileChoice(accept: string, onChoose: (file: File) => void | Promise<void>): FileChoice {
  const field = useRef<HTMLInputElement>(null);
  return {
    open: () => field.current?.click(),
    input: (
      <input
        ref={field}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be chosen again.
          target.value = '';
          if (file) void onChoose(file);
        }}
      />
    ),
  };
}
