/**
 * What a screen reader hears of the sidebar. The page announces findings where the agent types; here only what has
 * come to rest is said, politely and once, so that typing is not talked over.
 */
import { useEffect, useState } from 'preact/hooks';

const REST_MS = 1_200;

export function Announcer({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="visually-hidden" role="status">
      {said}
    </div>
  );
}
