import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPortFree, LOOPBACK_ADDRESSES } from './port-free';

/** Ports tried after a wanted one that is busy. */
const TRIES = 50;
/** Longer than the minute for which proxies keep theirs: the side that sends must be the one that closes. */
const KEEP_ALIVE_MS = 65_000;
/** Connections that may wait to be taken; Node's own 511 breaks some when thousands come at once. The system may allow fewer. */
const BACKLOG = 4096;
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);
const BUSY = new Set(['EADDRINUSE', 'EACCES']);

export interface Listening {
  port: number;
  servers: Server[];
}

/**
 * Listens on the loopback addresses of both families, on one port: the wanted one, or the next that is free on both.
 * 0 takes any free port. A machine without IPv6 is served on IPv4.
 */
export async function listen(listener: RequestListener, wanted: number): Promise<Listening> {
  for (let attempt = 0; attempt <= TRIES; attempt += 1) {
    const port = wanted === 0 ? 0 : wanted + attempt;
    // Some systems let two programs listen on one port, one on every address and one on this: ask before taking it.
    const servers = port <= 65_535 && (await isPortFree(port)) ? await tryPort(listener, port) : null;
    if (servers) return { port: portOf(servers), servers };
  }
  throw new Error(`no free port from ${wanted} to ${wanted + TRIES}`);
}

async function tryPort(listener: RequestListener, port: number): Promise<Server[] | null> {
  const servers: Server[] = [];
  try {
    for (const address of LOOPBACK_ADDRESSES) {
      const server = await start(listener, address, servers.length > 0 ? portOf(servers) : port);
      if (server) servers.push(server);
    }
    return servers;
  } catch (error) {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    if (BUSY.has(codeOf(error))) return null;
    throw error;
  }
}

/** Null when the machine has no IPv6. */
function start(listener: RequestListener, address: string, port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: KEEP_ALIVE_MS }, listener);
    server.once('error', (error) => {
      if (address !== LOOPBACK_ADDRESSES[0] && NO_SUCH_ADDRESS.has(codeOf(error))) resolve(null);
      else reject(error);
    });
    server.listen({ port, host: address, ipv6Only: true, backlog: BACKLOG }, () => resolve(server));
  });
}

function portOf(servers: readonly Server[]): number {
  return (servers[0]?.address() as AddressInfo).port;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
