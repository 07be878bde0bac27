/** The part of a browser port that the relay uses. */
export interface PortLike<In, Out> {
  postMessage(message: Out): void;
  onMessage: { addListener(listener: (message: In) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** A port whose other end has just gone throws: what was to be said is then of no use to anyone. */
export function post<Out>(port: Pick<PortLike<unknown, Out>, 'postMessage'>, message: Out): void {
  try {
    port.postMessage(message);
  } catch {
    // Its onDisconnect follows and cleans up.
  }
}
