import type { Server } from 'node:http';

/** How long requests under way may take to end; live streams are simply cut, their readers come back. */
const PATIENCE_MS = 1000;

/** Stops listening and waits for what is under way. `goodbye` ends the streams that have something to say first. */
export async function stopServers(servers: readonly Server[], goodbye: () => void): Promise<void> {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  goodbye();
  for (const server of servers) server.closeIdleConnections();
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, PATIENCE_MS);
  await Promise.all(closed);
  clearTimeout(cut);
}
