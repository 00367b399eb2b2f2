import { join, resolve } from 'node:path';
import { z } from 'zod';

/** What the surroundings say, read once at start and passed on; nothing else reads `process.env`. */
export interface Env {
  /** Absolute folder of the database file and the secret. */
  dataDir: string;
  /** Where the database is: the address of a PostgreSQL one, or the absolute path of the file. */
  database: string;
  /** The secret that signs cookies and visitors' tokens; null keeps one in the data folder. */
  secret: string | null;
  /** Wanted port; 0 takes any free one. */
  port: number;
  /** The address people use, when it is not the loopback one; its origin may sign in. */
  publicUrl: URL | null;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Name of the database inside the data folder. */
export const DATABASE_FILE = 'relais.db';

const envSchema = z.object({
  RELAIS_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  RELAIS_SECRET: z.string().min(32).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  RELAIS_URL: z
    .url({ protocol: /^https?$/ })
    .transform((value) => new URL(value))
    .optional(),
  RELAIS_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

/** A variable whose value cannot be used. `variable` names it. */
export class EnvError extends Error {
  constructor(
    readonly variable: string,
    readonly value: string | undefined,
  ) {
    super(`${variable}=${value ?? ''}`);
    this.name = 'EnvError';
  }
}

/** Reads the environment; throws {@link EnvError} naming the first variable that cannot be used. Empty counts as absent. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const variable = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new EnvError(variable, source[variable]);
  }
  const { RELAIS_DATA, DATABASE_URL, RELAIS_SECRET, PORT, RELAIS_URL, RELAIS_LOG } = parsed.data;
  const dataDir = resolve(RELAIS_DATA);
  return { dataDir, database: DATABASE_URL ?? join(dataDir, DATABASE_FILE), secret: RELAIS_SECRET ?? null, port: PORT, publicUrl: RELAIS_URL ?? null, logLevel: RELAIS_LOG };
}
