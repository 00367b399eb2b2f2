import type { HttpField, HttpRequest } from '@/flows/http/http-request';
import type { Json } from '@/flows/document/json';
import { RefusedRequest } from './refused';

/** A request as it leaves. `secrets` are the values in it that nobody may read afterwards. */
export interface PreparedRequest {
  method: HttpRequest['method'];
  url: string;
  headers: Record<string, string>;
  body: string | null;
  secrets: string[];
}

/** The most bytes a body may have. */
const LARGEST_BODY = 64 * 1024;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** What the connection itself says, or we do. */
const OURS = /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|accept-encoding|idempotency-key)$/;

/**
 * Puts the secrets in, at the last moment. `id` is the effect's.
 * @throws RefusedRequest
 */
export async function prepareRequest(request: HttpRequest, id: string, secretOf: (key: string) => Promise<string | null>): Promise<PreparedRequest> {
  const secrets: string[] = [];
  const reveal = async (key: string): Promise<string> => {
    const value = await secretOf(key);
    if (value === null) throw new RefusedRequest('http-secret-missing', `there is no secret ${key}`);
    secrets.push(value);
    return value;
  };
  const whole = async ({ value, secret }: HttpField): Promise<string> => (secret === undefined ? value : value + (await reveal(secret)));

  const url = new URL(URL.canParse(request.url) ? request.url : 'invalid:');
  for (const field of request.query) url.searchParams.append(field.name, await whole(field));
  const headers: Record<string, string> = { accept: 'application/json, text/*;q=0.5', 'user-agent': 'Relais' };
  const body = request.body && (request.body.kind === 'text' ? request.body.text : JSON.stringify(await revealed(request.body, reveal)));
  if (request.body) headers['content-type'] = request.body.kind === 'json' ? 'application/json' : 'text/plain; charset=utf-8';
  for (const field of request.headers) {
    const name = field.name.toLowerCase();
    const value = await whole(field);
    if (!TOKEN.test(name) || OURS.test(name) || /[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)) throw new RefusedRequest('http-bad-header', `the header ${name} cannot be sent`);
    headers[name] = value;
  }
  headers['accept-encoding'] = 'gzip, deflate, br';
  headers['idempotency-key'] = id;
  if (body !== null && Buffer.byteLength(body) > LARGEST_BODY) throw new RefusedRequest('http-too-large', `the request has more than ${LARGEST_BODY} bytes`);
  // A path with dots in it has to be seen as it was written.
  return { method: request.method, url: request.query.length > 0 ? withQuery(request.url, url.search) : request.url, headers, body, secrets };
}

function withQuery(source: string, search: string): string {
  return source.replace(/[?#].*$/s, '') + search;
}

async function revealed({ value, secrets }: Extract<HttpRequest['body'], { kind: 'json' }>, reveal: (key: string) => Promise<string>): Promise<Json> {
  const whole = structuredClone(value);
  for (const { path, key } of secrets) {
    const last = path.at(-1);
    const holder = path.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string | number, unknown>)[name], whole);
    if (last === undefined) return reveal(key);
    (holder as Record<string | number, unknown>)[last] = await reveal(key);
  }
  return whole;
}
