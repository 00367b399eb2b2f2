import { z } from 'zod';
import { HTTP_METHODS } from '@/flows/http/http-request';
import { defineNode } from '../define-node';
import { assignedVariableSchema } from '../variables/variable-field';
import { compileHttpRequest } from './compile-http-request';

const template = (most: number) => z.string().max(most).meta({ field: 'request-template' });
/** One that may end in a secret of the workspace, or hold one as a JSON text. */
const sealable = (most: number) => z.string().max(most).meta({ field: 'request-template', secrets: true });
const statusSchema = z.number().int().min(100).max(599).meta({ field: 'integer' });
const fieldsSchema = z
  .array(z.strictObject({ name: z.string().min(1).max(100).regex(/^[\x21-\x7e]+$/), value: sealable(2000) }))
  .max(20)
  .meta({ field: 'request-fields' });

const sourceSchema = z
  .discriminatedUnion('part', [
    z.strictObject({ part: z.literal('body'), path: z.string().max(200) }),
    z.strictObject({ part: z.literal('header'), name: z.string().min(1).max(100) }),
    z.strictObject({ part: z.literal('status') }),
  ])
  .meta({ field: 'answer-source' });

const dataSchema = z
  .strictObject({
    method: z.enum(HTTP_METHODS).meta({ field: 'enum' }),
    url: template(2000),
    query: fieldsSchema,
    headers: fieldsSchema,
    body: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('none') }),
        z.strictObject({ kind: z.literal('json'), source: sealable(8000) }),
        z.strictObject({ kind: z.literal('text'), source: template(8000) }),
      ])
      .meta({ field: 'request-body' }),
    /** What is kept of the answer. */
    keep: z.array(z.strictObject({ variable: assignedVariableSchema, from: sourceSchema })).max(20).meta({ field: 'request-keep' }),
    /** Statuses beside 2xx that mean success. */
    success: z.array(statusSchema).max(6).meta({ field: 'request-statuses' }),
    /** Statuses with a way of their own; `id` names the port `status:<id>`. */
    statuses: z
      .array(z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/).meta({ field: 'hidden' }), status: statusSchema }))
      .max(6)
      .refine((statuses) => new Set(statuses.map(({ id }) => id)).size === statuses.length, 'two statuses have the same id')
      .meta({ field: 'request-statuses' }),
    /** Seconds one attempt may take. */
    timeout: z.number().int().min(1).max(30).meta({ field: 'integer' }),
    /** The service does nothing twice under one `Idempotency-Key`. */
    keyed: z.boolean().meta({ field: 'boolean' }),
  })
  .refine(({ method, body }) => body.kind === 'none' || (method !== 'GET' && method !== 'HEAD'), { error: 'this method has no body', path: ['body'] })
  .refine(({ success, statuses }) => new Set([...success, ...statuses.map(({ status }) => status)]).size === success.length + statuses.length, { error: 'a status is named twice', path: ['statuses'] });
export type HttpRequestData = z.infer<typeof dataSchema>;

/** Asks a service over HTTP, waits for its answer, and keeps parts of it in variables. */
export const httpRequestNode = defineNode({
  type: 'http-request',
  version: 1,
  family: 'act',
  data: dataSchema,
  defaults: (): HttpRequestData => ({
    method: 'GET', url: 'https://', query: [], headers: [], body: { kind: 'none' }, keep: [], success: [], statuses: [], timeout: 10, keyed: false,
  }),
  ports: (data) => [
    { id: 'ok', kind: 'exit', required: true, label: { key: 'ok' } },
    ...data.statuses.map(({ id, status }) => ({ id: `status:${id}`, kind: 'exit' as const, required: true, label: { text: { en: String(status) } } })),
    { id: 'failed', kind: 'exit', required: true, label: { key: 'failed' } },
  ],
  refs: () => [],
  migrations: [],
  compile: compileHttpRequest,
});
