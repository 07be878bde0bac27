import type { ComponentChildren } from 'preact';

/** In the place of a picture that can't be drawn: why, and what to do. */
export function Missing({ id, title, children }: { id?: string; title: string; children?: ComponentChildren }) {
  return (
    <section class="card picture missing" id={id}>
      <h2>{title}</h2>
      <p class="soft">{children}</p>
    </section>
  );
}
