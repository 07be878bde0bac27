/** Waiting for an editor to take notice. Never by a fixed time: by what the browser reports, with an upper bound. */

/** A busy page may take as long to report a selection; an editor that takes longer is told 'refused'. */
const MOST_MS = 250;

/** Resolves once the selection was reported to the page and a frame has passed: model-driven editors read it then. */
export async function selectionSettled(page: Document, select: () => void): Promise<void> {
  let changed = false;
  const onChange = () => {
    changed = true;
  };
  page.addEventListener('selectionchange', onChange);
  select();
  // Two frames: the event comes before the first where the selection moved, and never where it already stood there.
  await frame(page);
  if (!changed) await frame(page);
  page.removeEventListener('selectionchange', onChange);
}

/** Resolves after the next frame; a page in the background has none, and is not waited for. */
export function frame(page: Document): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, MOST_MS);
    (page.defaultView ?? window).requestAnimationFrame(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}

/** Asks after each frame until it is so, or the time is up. */
export async function becomes(page: Document, isSo: () => boolean): Promise<boolean> {
  const until = performance.now() + MOST_MS;
  while (!isSo()) {
    if (performance.now() > until) return false;
    await frame(page);
  }
  return true;
}

/** Whether it is so within two frames: for what an editor does without saying that it will. */
export async function changes(page: Document, isSo: () => boolean): Promise<boolean> {
  for (let frames = 0; frames < 2 && !isSo(); frames++) await frame(page);
  return isSo();
}

/** Whether it is still so two frames on: an editor that keeps a model redraws from it within that time. */
export async function stays(page: Document, isSo: () => boolean): Promise<boolean> {
  for (let frames = 0; frames < 2 && isSo(); frames++) await frame(page);
  return isSo();
}
