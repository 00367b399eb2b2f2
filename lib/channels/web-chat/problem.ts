import type { ServerResponse } from 'node:http';
import { errors as en } from '@/lib/i18n/messages/en/widget.json';
import { errors as fr } from '@/lib/i18n/messages/fr/widget.json';
import { toAppLocale } from '@/lib/i18n/locales';

const STATUS = {
  'unknown-connection': 404,
  'site-not-allowed': 403,
  'unknown-path': 404,
  'method-not-allowed': 405,
  'missing-token': 401,
  'invalid-token': 401,
  'unsupported-media-type': 415,
  'body-too-large': 413,
  'body-interrupted': 400,
  'invalid-json': 400,
  'invalid-body': 422,
  'invalid-query': 422,
  'empty-message': 422,
  'message-too-long': 422,
  'too-many-requests': 429,
  'too-many-streams': 429,
  'conversation-busy': 429,
  'workspace-busy': 429,
  'message-refused': 409,
  overloaded: 503,
  'temporarily-unavailable': 503,
} as const satisfies Record<keyof typeof en, number>;

export type ProblemCode = keyof typeof STATUS;

const SENTENCES: Record<'en' | 'fr', Record<ProblemCode, string>> = { en, fr };

/** A request that is answered with an error. `field` names the place in the body or the query. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extra: { field?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** Every code of the protocol with its HTTP status: the documentation is checked against it. */
export const PROBLEM_CODES = Object.keys(STATUS) as ProblemCode[];

/** A connector's code as one of ours. */
export function toProblemCode(code: string): ProblemCode {
  return PROBLEM_CODES.find((known) => known === code) ?? 'invalid-body';
}

/** Writes the error as `{ error: { code, message, field? } }`; the sentence is in the asked language. */
export function sendProblem(response: ServerResponse, problem: Problem, language: string | undefined): void {
  const message = SENTENCES[toAppLocale(language)][problem.code];
  const { field, headers } = problem.extra;
  // The rest of a body that is too large is not worth waiting for.
  const closing: Record<string, string> = problem.code === 'body-too-large' ? { connection: 'close' } : {};
  response.writeHead(STATUS[problem.code], { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...closing, ...headers });
  response.end(JSON.stringify({ error: { code: problem.code, message, ...(field === undefined ? {} : { field }) } }));
}
