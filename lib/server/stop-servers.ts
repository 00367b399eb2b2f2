import type { Server } from 'node:http';

/** How often connections that have just been answered are looked for. */
const LOOK_MS = 50;

/**
 * Stops listening, waits for what is under way, then lets `goodbye` end the streams that have something to say first.
 * @param settled resolves when what was taken before is done
 * @param patienceMs how long requests under way may take; then they are cut, and their senders come back
 */
export async function stopServers(servers: readonly Server[], goodbye: () => void, settled: () => Promise<void> = async () => undefined, patienceMs = 1000): Promise<void> {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  const letGo = (): void => servers.forEach((server) => server.closeIdleConnections());
  letGo();
  // A connection kept open becomes idle with its answer: nothing else would ever close it.
  const looking = setInterval(letGo, LOOK_MS);
  const late = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, patienceMs);
  await Promise.race([settled(), late]);
  goodbye();
  await Promise.all(closed);
  clearTimeout(cut);
  clearInterval(looking);
}
