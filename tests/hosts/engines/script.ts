/** Loads an engine that is shipped as a script of its own, once. */
export async function loadScript(address: string): Promise<void> {
  if (document.querySelector(`script[src="${address}"]`)) return;
  await new Promise<void>((loaded, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => loaded();
    script.onerror = () => failed(new Error(`${address} could not be loaded.`));
    document.head.append(script);
  });
}
