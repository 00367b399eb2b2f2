import type { Dispatcher } from 'undici';
import type { HttpAnswer, HttpRequest } from '@/flows/http/http-request';
import type { Clock } from '@/lib/clock';
import { PermanentError, RetryableError } from '../effect-errors';
import type { AllowedHosts } from './allowed-hosts';
import { admit, CLOSED, failed, succeeded, type Circuit } from './circuit-breaker';
import { guardedAgent, type Resolve } from './guarded-agent';
import { maskSecrets } from './mask-secrets';
import { prepareRequest } from './prepare-request';
import { RefusedRequest } from './refused';
import { retryAfter } from './retry-after';
import { sendRequest } from './send-request';

export interface HttpClientDeps {
  clock: Clock;
  allowed: AllowedHosts;
  /** What a secret of the workspace holds; null when there is none of that key. */
  secretOf(workspaceId: string, key: string): Promise<string | null>;
  /** Tests answer for names that do not exist. */
  resolve?: Resolve;
}

/** One attempt of one effect. */
export interface HttpAttempt {
  workspaceId: string;
  /** The effect's id, sent as `Idempotency-Key`. */
  id: string;
  /** From 1. More than 1 is a repeat, also after a crash. */
  attempt: number;
}

export interface HttpClient {
  /**
   * Sends a request once. Secrets are masked in what comes back.
   * @throws RetryableError, PermanentError
   */
  send(request: HttpRequest, attempt: HttpAttempt): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
/** Longer than this a customer does not wait: the step fails instead. */
const LONGEST_PAUSE_MS = 30_000;
/** Circuits remembered; the ones longest unused are forgotten first. */
const CIRCUITS = 2000;

/** Calls services outside the house for flows, never anything inside it. */
export function createHttpClient({ clock, allowed, secretOf, resolve }: HttpClientDeps): HttpClient {
  const agent: Dispatcher = guardedAgent({ allowed, ...(resolve && { resolve }) });
  const circuits = new Map<string, Circuit>();

  const remember = (host: string, circuit: Circuit): void => {
    circuits.delete(host);
    if (circuit !== CLOSED) circuits.set(host, circuit);
    if (circuits.size > CIRCUITS) circuits.delete(circuits.keys().next().value ?? '');
  };

  return {
    async send(request, { workspaceId, id, attempt }) {
      const repeatable = request.keyed || IDEMPOTENT.has(request.method);
      // The attempt before this one may have reached the service, and the service cannot tell.
      if (!repeatable && attempt > 1) throw new PermanentError('http-interrupted', 'an earlier attempt may have been carried out, and the service does not know idempotency keys');
      const fail = (code: string, message: string, after?: number): Error =>
        repeatable && (after ?? 0) <= LONGEST_PAUSE_MS ? new RetryableError(code, message, after) : new PermanentError(code, message);
      // One workspace's trouble with a host is not another's.
      const host = `${workspaceId} ${hostOf(request.url)}`;
      const admitted = admit(circuits.get(host) ?? CLOSED, clock.now());
      if (!admitted.ok) throw fail('http-unreachable', 'the service failed several times in a row and is left alone for a while', admitted.at - clock.now());
      remember(host, admitted.circuit);
      const broken = (): void => remember(host, failed(circuits.get(host) ?? CLOSED, clock.now()));

      const timer = new AbortController();
      const cancel = clock.after(request.timeoutMs, () => timer.abort());
      try {
        const prepared = await prepareRequest(request, id, (key) => secretOf(workspaceId, key));
        const answer = maskSecrets(await sendRequest(prepared, { agent, allowed, signal: timer.signal }), prepared.secrets);
        if (answer.status >= 500) broken();
        else remember(host, succeeded());
        const expected = Object.hasOwn(request.outcomes, String(answer.status));
        if (!expected && (answer.status === 429 || answer.status === 408 || answer.status >= 500)) {
          throw fail('http-status', `the service answered ${answer.status}`, retryAfter(answer.headers['retry-after'], clock.now()));
        }
        return answer;
      } catch (error) {
        if (error instanceof RetryableError || error instanceof PermanentError) throw error;
        const refused = refusalIn(error);
        if (refused) throw new PermanentError(refused.code, refused.message);
        broken();
        if (timer.signal.aborted) throw fail('http-timeout', `no answer within ${request.timeoutMs} ms`);
        throw fail('http-unreachable', `the service cannot be reached (${codeOf(error)})`);
      } finally {
        cancel();
      }
    },
    close: () => agent.destroy(),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** What a lookup refused comes out of undici as it is, or as the reason of what does. */
function refusalIn(error: unknown): RefusedRequest | undefined {
  if (error instanceof RefusedRequest) return error;
  if (error instanceof AggregateError) return error.errors.map(refusalIn).find((found) => found !== undefined);
  return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : undefined;
}

/** The code only: messages of libraries may repeat addresses and headers. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
}
