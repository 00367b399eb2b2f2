import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderCall } from '../check/evidence';
import type { Random } from './random';

/** How a provider of the real world behaves, as probabilities of one call. */
export interface Temper {
  /** Answers late, by up to `slowMs`. */
  slow: number;
  slowMs: number;
  /** 503, nothing done. */
  refuses: number;
  /** Does it and dies before the answer. */
  cutAfter: number;
  /** Dies before it does anything. */
  cutBefore: number;
  /** Of a key: never takes it, 422 each time. */
  rejects: number;
}

export const UNRELIABLE: Temper = { slow: 0.15, slowMs: 120, refuses: 0.04, cutAfter: 0.04, cutBefore: 0.03, rejects: 0.004 };

export interface Provider {
  url: string;
  /** Every call in the order of its arrival. */
  calls: readonly ProviderCall[];
  close(): Promise<void>;
}

/**
 * A provider that knows idempotency keys and writes down everything it is asked, at a path for each kind of effect. Lives
 * on while the runtimes die.
 *
 * @param known keys it has taken before
 */
export async function startProvider(random: Random, temper: Temper = UNRELIABLE, known: Iterable<string> = []): Promise<Provider> {
  const calls: ProviderCall[] = [];
  const accepted = new Set(known);

  function judge(key: string): Pick<ProviderCall, 'outcome' | 'answered'> {
    if (random.fork(key).chance(temper.rejects)) return { outcome: 'rejected', answered: true };
    const lot = random.draw();
    if (lot < temper.refuses) return { outcome: 'refused', answered: true };
    if (lot < temper.refuses + temper.cutBefore) return { outcome: 'refused', answered: false };
    const known = accepted.has(key);
    accepted.add(key);
    return { outcome: known ? 'repeat' : 'accepted', answered: lot >= temper.refuses + temper.cutBefore + temper.cutAfter };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const body = await bodyOf(request);
    // Its sender was killed in the middle of it: nobody asked for anything.
    if (body === undefined) return;
    const key = String(request.headers['idempotency-key']);
    // Every effect's id begins with its conversation's, which has no dot in this harness.
    const call: ProviderCall = { at, key, conversationId: key.split('.')[0] ?? '', kind: request.url?.slice(1) ?? '', content: body, ...judge(key) };
    calls.push(call);
    if (random.chance(temper.slow)) await new Promise((resolve) => setTimeout(resolve, random.draw() * temper.slowMs));
    if (!call.answered) return void request.socket.destroy();
    response.writeHead({ accepted: 200, repeat: 200, refused: 503, rejected: 422 }[call.outcome], { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: key }));
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  } catch {
    return undefined;
  }
}
