/** Longer than this at a stretch, and typing or scrolling would be felt to stick. */
const SLICE_MS = 12;

export interface SliceOptions {
  /** Asked before each job; the rest is dropped when it says so. */
  stopped(): boolean;
  /** Told after each slice, and at the end. */
  onSlice(): void;
  now?: () => number;
  /** Lets the page breathe. */
  pause?: () => Promise<void>;
}

/** Does jobs one after the other without freezing the page. */
export async function runInSlices(jobs: Iterable<() => void>, { stopped, onSlice, now = () => performance.now(), pause = nextTask }: SliceOptions): Promise<void> {
  let began = now();
  for (const job of jobs) {
    if (stopped()) return;
    job();
    if (now() - began < SLICE_MS) continue;
    onSlice();
    await pause();
    began = now();
  }
  if (!stopped()) onSlice();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
