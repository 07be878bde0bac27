/** The address of a link as an agent types it; null where it is none. 'example.com/a' is taken as https. */
export function readLink(typed: string): string | null {
  const text = typed.trim();
  if (!text || /\s/u.test(text)) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(text);
  if (scheme && !/^(https?|mailto):$/iu.test(scheme[0])) return null;
  try {
    const url = new URL(scheme ? text : `https://${text}`);
    const whole = url.protocol === 'mailto:' ? url.pathname.includes('@') : url.hostname.includes('.');
    return whole ? url.href : null;
  } catch {
    return null;
  }
}
