import { TRPCError } from '@trpc/server';
import { Refusal, type RefusalKind } from '@/lib/refusal';
import { ZodError } from 'zod';

/** `data.relais` of every API error. Codes have sentences under messages `errors`. */
export interface RelaisError {
  code: string;
  [detail: string]: unknown;
}

const TRPC_CODES: Record<RefusalKind, TRPCError['code']> = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  'method-not-allowed': 'METHOD_NOT_SUPPORTED',
  conflict: 'CONFLICT',
  'too-large': 'PAYLOAD_TOO_LARGE',
  unsupported: 'UNSUPPORTED_MEDIA_TYPE',
  'wrong-host': 'BAD_REQUEST',
  'too-many': 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
};

const CODES: Partial<Record<TRPCError['code'], string>> = {
  UNAUTHORIZED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'unknown-procedure',
  PARSE_ERROR: 'malformed-json',
  METHOD_NOT_SUPPORTED: 'method-not-allowed',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported-media-type',
  PAYLOAD_TOO_LARGE: 'too-large',
  INTERNAL_SERVER_ERROR: 'internal',
};

/** A use case's refusal as tRPC knows it; anything else is returned unchanged. */
export function asTrpcError(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new TRPCError({ code: TRPC_CODES[error.kind], message: error.code, cause: error });
}

/** What the client learns of an error. */
export function relaisError(error: TRPCError): RelaisError {
  const { cause } = error;
  if (cause instanceof Refusal) return { ...cause.data, code: cause.code };
  if (cause instanceof ZodError) {
    return { code: 'invalid-input', issues: cause.issues.slice(0, 20).map(({ path, code }) => ({ path, code })) };
  }
  return { code: CODES[error.code] ?? 'invalid-input' };
}
