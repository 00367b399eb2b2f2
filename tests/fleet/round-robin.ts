import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoundRobin {
  url: string;
  /** What became of requests that nobody answered: codes of their errors. */
  broken(): readonly string[];
  close(): Promise<void>;
}

/**
 * A small load balancer: each request goes to the next process, whoever it is from, over a connection of its own. One
 * that refuses the connection is passed over for the next; so is one that drops it unanswered, where the same request
 * may be sent twice.
 */
export async function roundRobin(targets: readonly string[]): Promise<RoundRobin> {
  let turn = 0;
  const broken: string[] = [];

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => pass(request, Buffer.concat(chunks), response, (turn = (turn + 1) % targets.length), 1));
  });

  function pass(request: IncomingMessage, body: Buffer, response: ServerResponse, place: number, tried: number): void {
    const target = new URL(targets[place % targets.length] ?? '');
    const onward = ask({ agent: false, host: target.hostname, port: target.port, method: request.method, path: request.url, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
      response.on('close', () => answer.destroy());
    });
    response.on('close', () => onward.destroy());
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      const again = error.code === 'ECONNREFUSED' || (error.code === 'ECONNRESET' && isRepeatable(request));
      if (again && tried < targets.length) return pass(request, body, response, place + 1, tried + 1);
      broken.push(`${request.method} ${error.code ?? error.message}`);
      response.writeHead(502).end();
    });
    onward.end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    broken: () => broken,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Reads, and what carries its own key: a visitor's messages. */
function isRepeatable({ method, url }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD' || (url ?? '').startsWith('/chat/v1/');
}
