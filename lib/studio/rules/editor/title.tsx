/** The name of the rule that was opened; it takes the focus, so that its name is heard. */
import { useEffect, useRef } from 'preact/hooks';

export function Title({ text }: { text: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  return (
    <h2 class="cut" ref={title} tabIndex={-1} title={text}>
      {text}
    </h2>
  );
}
