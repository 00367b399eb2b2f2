import type { HttpAnswer } from '@/flows/http/http-request';

const MASK = '•••';

/** An answer in which no secret can be read, in the spellings a service echoes what it was sent. */
export function maskSecrets(answer: HttpAnswer, secrets: readonly string[]): HttpAnswer {
  const spellings = [...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(secret).toString('base64')]))]
    .filter((spelling) => spelling !== '')
    .sort((left, right) => right.length - left.length);
  const mask = (text: string): string => spellings.reduce((masked, spelling) => masked.replaceAll(spelling, MASK), text);
  return { status: answer.status, headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, mask(value)])), body: mask(answer.body) };
}
