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
      serializers: { err: pino.stdSerializers.err },
    },
    destination,
  );
}

function everywhere(key: string): string[] {
  const below = key.startsWith('[') ? key : `.${key}`;
  return [key, `*${below}`, `*.*${below}`];
}
