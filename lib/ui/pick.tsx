/** A menu of a filter: its title, and how many are chosen in it. */
import type { ComponentChildren } from 'preact';
import { Popover } from './popover';

interface Props {
  title: string;
  chosen: readonly string[] | undefined;
  children: ComponentChildren;
}

export function Pick({ title, chosen, children }: Props) {
  const label = chosen?.length ? `${title} · ${chosen.length}` : title;
  return (
    <Popover label={label} title={title} active={Boolean(chosen?.length)}>
      {() => children}
    </Popover>
  );
}
