/** Who reviews at this browser, and how: kept in the browser, asked for once. */
import { signal } from '@preact/signals';

const NAME = 'audit-reviewer';
const KEYS = 'audit-single-keys';

/** '' until the reviewer has said it. */
export const reviewer = signal(localStorage.getItem(NAME) ?? '');

export function nameReviewer(name: string): void {
  reviewer.value = name.trim();
  localStorage.setItem(NAME, reviewer.value);
}

/** Whether single letters act. Some people's speech input or tremor types them by accident. */
export const singleKeys = signal(localStorage.getItem(KEYS) !== 'off');

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  localStorage.setItem(KEYS, on ? 'on' : 'off');
}
