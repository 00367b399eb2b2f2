import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Never written, wherever one level of nesting puts them: credentials, and what customers and agents wrote. */
const SECRET = ['password', 'token', 'secret', 'authorization', 'cookie', 'text', 'email', 'phone', '["set-cookie"]', '["x-relais-page"]'];

/** The program's log: JSON lines on standard error, so that standard output stays what a command prints. */
export function createLog(level: string, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      redact: { paths: SECRET.flatMap(everywhere), censor: '[redacted]' },
      serializers: { err: told },
    },
    destination,
  );
}

/**
 * An error's kind, place and words: never what else it carries, where facts of a conversation, requests and whole
 * answers are.
 */
function told(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = pino.stdSerializers.err(error);
  const { code, node } = error as { code?: unknown; node?: unknown };
  return { type, message, stack, ...(typeof code === 'string' && { code }), ...(typeof node === 'string' && { node }) };
}

function everywhere(key: string): string[] {
  const below = key.startsWith('[') ? key : `.${key}`;
  return [key, `*${below}`, `*.*${below}`];
}
