import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isPostgres } from './store/is-postgres';

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
  /** Hosts inside the house that flows may call; everything else in private networks is refused. */
  httpAllow: { host: string; port: number }[];
  /** Who bears it may read the metrics from anywhere; null: only this machine may. */
  metricsToken: string | null;
  /** Where OpenTelemetry's spans go (OTLP over HTTP); null: none are made. */
  tracesUrl: URL | null;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** `orders.internal:8080`, `10.0.0.5:443` or `[fd00::5]:8080`. */
const HOST_PORT = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}$/;

/** Name of the database inside the data folder. */
export const DATABASE_FILE = 'relais.db';

/** Hold what must not be shown, also when it cannot be used. */
const HIDDEN = new Set(['RELAIS_METRICS_TOKEN', 'RELAIS_SECRET', 'DATABASE_URL']);

const envSchema = z.object({
  RELAIS_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).refine(isPostgres).optional(),
  RELAIS_SECRET: z.string().min(32).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  RELAIS_URL: z
    .url({ protocol: /^https?$/ })
    .transform((value) => new URL(value))
    .optional(),
  RELAIS_HTTP_ALLOW: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine((entries) => entries.every((entry) => HOST_PORT.test(entry)))
    .transform((entries) => entries.map((entry) => ({ host: entry.slice(0, entry.lastIndexOf(':')).toLowerCase(), port: Number(entry.slice(entry.lastIndexOf(':') + 1)) })))
    .default([]),
  RELAIS_METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .transform((value) => new URL(`${value.replace(/\/+$/, '')}/v1/traces`))
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
    // A secret that cannot be used is not shown either.
    throw new EnvError(variable, HIDDEN.has(variable) ? '…' : source[variable]);
  }
  const { RELAIS_DATA, DATABASE_URL, RELAIS_SECRET, PORT, RELAIS_URL, RELAIS_HTTP_ALLOW, RELAIS_LOG, RELAIS_METRICS_TOKEN, OTEL_EXPORTER_OTLP_ENDPOINT } = parsed.data;
  const dataDir = resolve(RELAIS_DATA);
  return {
    dataDir,
    database: DATABASE_URL ?? join(dataDir, DATABASE_FILE),
    secret: RELAIS_SECRET ?? null,
    port: PORT,
    publicUrl: RELAIS_URL ?? null,
    httpAllow: RELAIS_HTTP_ALLOW,
    metricsToken: RELAIS_METRICS_TOKEN ?? null,
    tracesUrl: OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: RELAIS_LOG,
  };
}
