/** Hands a file to the person's downloads. */

/** Signs that some system does not take in the name of a file. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;

export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(name);
  link.click();
  // The download has its own hold on the file once it has begun, which in Firefox is not at once.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function fileName(name: string): string {
  return name.replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 120) || 'reframe';
}
