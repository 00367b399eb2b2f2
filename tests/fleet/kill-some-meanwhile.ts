import type { Fleet } from './fleet';

/** Long enough that the test is under way, short enough that it is still. */
const BETWEEN_MS = 6000;

/** Kills one web and one worker process while something else goes on, and starts each again. */
export function killSomeMeanwhile({ web, workers }: Fleet): { stop(): Promise<void> } {
  let wake = (): void => undefined;
  let over = false;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, BETWEEN_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (over) wake();
    });
  const killing = (async () => {
    for (const process of [web[0], workers[0]]) {
      await pause();
      if (over || !process) return;
      await process.stop('SIGKILL');
      await pause();
      await process.start();
    }
  })();
  return {
    async stop() {
      over = true;
      wake();
      await killing;
    },
  };
}
