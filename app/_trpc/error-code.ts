import { TRPCClientError } from '@trpc/client';

/**
 * The code of a refusal or failure, a key of the `errors` texts: the server's own (`data.relais.code`),
 * else the transport's (`not-found`, `too-many-requests`), else `no-answer` when none came.
 */
export function errorCode(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return 'internal';
  const data: unknown = error.data;
  if (!isRecord(data)) return 'no-answer';
  const relais = data['relais'];
  if (isRecord(relais) && typeof relais['code'] === 'string') return relais['code'];
  return typeof data['code'] === 'string' ? data['code'].toLowerCase().replaceAll('_', '-') : 'internal';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
