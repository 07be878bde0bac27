/** What is wrong with a file that was handed over, in plain words, each fault with its place in it. */
import type * as v from 'valibot';

export class FileError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('; '));
    this.name = 'FileError';
  }
}

/** Throws a `FileError`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError([error instanceof Error ? error.message : String(error)]);
  }
}

/** Throws a `FileError` where the check failed. */
export function checked<T>(result: { success: true; output: T } | { success: false; issues: Issues }): T {
  if (result.success) return result.output;
  throw new FileError(
    result.issues.map(({ path, message }) => {
      const place = path?.map(({ key }) => String(key)).join('.');
      return place ? `${place}: ${message}` : message;
    }),
  );
}

type Issues = readonly Pick<v.BaseIssue<unknown>, 'path' | 'message'>[];
