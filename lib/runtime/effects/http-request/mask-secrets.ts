import type { HttpAnswer } from '@/flows/http/http-request';

const MASK = '•••';

/** An answer in which no secret can be read, in the spellings a service echoes what it was sent. */
export function maskSecrets(answer: HttpAnswer, secrets: readonly string[]): HttpAnswer {
  if (secrets.length === 0) return answer;
  const spellings = [...new Set(secrets.flatMap(spellingsOf))].filter((spelling) => spelling !== '').sort((left, right) => right.length - left.length);
  const mask = (text: string): string => spellings.reduce((masked, spelling) => masked.replaceAll(spelling, MASK), text);
  return { status: answer.status, headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, mask(value)])), body: maskBody(answer.body, mask) };
}

/** JSON may escape any sign of a text: it is masked as it will be read. */
function maskBody(body: string, mask: (text: string) => string): string {
  if (!/^\s*[[{"]/.test(body)) return mask(body);
  try {
    return JSON.stringify(maskJson(JSON.parse(body), mask));
  } catch {
    return mask(body);
  }
}

function maskJson(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskJson(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [mask(name), maskJson(item, mask)]));
}

/** As it is, and as JSON inside a text, addresses, forms, pages and base64 spell it; headers are read byte by byte or as UTF-8. */
function spellingsOf(secret: string): string[] {
  const encoded = [encodeURIComponent(secret), new URLSearchParams([['', secret]]).toString().slice(1)];
  const lower = encoded.map((text) => text.replace(/%../g, (sign) => sign.toLowerCase()));
  const pages = ['&#39;', '&#039;', '&#x27;', "'"].map((apostrophe) => markup(secret, apostrophe));
  const binary = (['utf8', 'latin1'] as const).map((coding) => Buffer.from(secret, coding).toString('base64'));
  const said = [secret, secret.replaceAll(' ', '+'), Buffer.from(secret).toString('latin1'), ...encoded, ...lower, ...pages, ...binary];
  const json = said.map((text) => JSON.stringify(text).slice(1, -1));
  return [...said, ...json, ...json.map((text) => text.replaceAll('/', '\\/')), ...json.map(escapedJson)];
}

/** As languages write it that escape slashes and everything but ASCII. */
function escapedJson(json: string): string {
  return json.replaceAll('/', '\\/').replace(/[^\0-~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function markup(text: string, apostrophe: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", apostrophe);
}
