import { resolve } from 'node:path';
import { z } from 'zod';

/** What the surroundings say, read once at start and passed on; nothing else reads `process.env`. */
export interface Env {
  /** Absolute folder of the database and the secrets. */
  dataDir: string;
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

const envSchema = z.object({
  RELAIS_DATA: z.string().min(1).default('./data'),
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
    throw new EnvError(variable, variable === 'RELAIS_METRICS_TOKEN' ? '…' : source[variable]);
  }
  const { RELAIS_DATA, PORT, RELAIS_URL, RELAIS_HTTP_ALLOW, RELAIS_LOG, RELAIS_METRICS_TOKEN, OTEL_EXPORTER_OTLP_ENDPOINT } = parsed.data;
  return {
    dataDir: resolve(RELAIS_DATA),
    port: PORT,
    publicUrl: RELAIS_URL ?? null,
    httpAllow: RELAIS_HTTP_ALLOW,
    metricsToken: RELAIS_METRICS_TOKEN ?? null,
    tracesUrl: OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: RELAIS_LOG,
  };
}
