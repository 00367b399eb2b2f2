import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** Ports tried after a wanted one that is busy. */
const TRIES = 50;
const ADDRESSES = ['127.0.0.1', '::1'] as const;

export interface Listening {
  port: number;
  servers: Server[];
}

/**
 * Listens on the loopback addresses of both families, on one port: the wanted one, or the next that is free on both.
 * 0 takes any free port. A machine without IPv6 is served on IPv4.
 */
export async function listen(listener: RequestListener, wanted: number): Promise<Listening> {
  for (let port = wanted; port <= Math.min(wanted + TRIES, 65_535); port += 1) {
    const servers = await tryPort(listener, port);
    if (servers) return { port: portOf(servers), servers };
    if (wanted === 0) port -= 1;
  }
  throw new Error(`no free port from ${wanted} to ${wanted + TRIES}`);
}

async function tryPort(listener: RequestListener, port: number): Promise<Server[] | null> {
  const servers: Server[] = [];
  try {
    for (const address of ADDRESSES) {
      const actual = servers.length > 0 ? portOf(servers) : port;
      // Some systems let two programs listen on one port, one on every address and one on this: ask before taking it.
      if (actual !== 0 && (await answers(address, actual))) throw Object.assign(new Error('busy'), { code: 'EADDRINUSE' });
      const server = await start(listener, address, actual);
      if (server) servers.push(server);
    }
  } catch (error) {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    if (codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES') return null;
    throw error;
  }
  return servers;
}

function start(listener: RequestListener, address: string, port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, listener);
    server.once('error', (error) => {
      if (address !== ADDRESSES[0] && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error) ?? '')) resolve(null);
      else reject(error);
    });
    server.listen({ port, host: address, ipv6Only: true }, () => resolve(server));
  });
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

function portOf(servers: readonly Server[]): number {
  return (servers[0]?.address() as AddressInfo).port;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
