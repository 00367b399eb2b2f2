const KEY = 'relais-last-simulated';

/** The flow this browser simulated last; null when there is none, or the browser keeps nothing. */
export function lastSimulated(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberSimulated(flowId: string): void {
  try {
    localStorage.setItem(KEY, flowId);
  } catch {
    // A browser that keeps nothing shows the list each time.
  }
}
