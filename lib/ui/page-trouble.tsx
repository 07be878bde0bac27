/** In place of a page that can't be drawn: why, and what to do. */
export function PageTrouble({ text }: { text: string }) {
  return (
    <main>
      <p class="problem" role="alert">
        {text}
      </p>
    </main>
  );
}
