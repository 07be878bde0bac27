import type { ComponentChildren } from 'preact';

interface Props {
  id?: string;
  title: string;
  /** Choices that may lead to a picture. */
  tools?: ComponentChildren;
  children?: ComponentChildren;
}

/** In the place of a picture that can't be drawn: why, and what to do. */
export function Missing({ id, title, tools, children }: Props) {
  return (
    <section class="card picture missing" id={id}>
      <header>
        <h2>{title}</h2>
        {tools && <div class="tools">{tools}</div>}
      </header>
      <p class="soft">{children}</p>
    </section>
  );
}
