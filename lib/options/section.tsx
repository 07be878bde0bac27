import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  text?: string;
  children: ComponentChildren;
}

/** A part of the settings with a heading that can be linked to. */
export function Section({ id, title, text, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {text && <p class="soft lead">{text}</p>}
      {children}
    </section>
  );
}
