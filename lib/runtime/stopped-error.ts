/** The runtime is stopping or stopped: nothing was accepted. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
