import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RefusedRequest } from './refused';

/** The most bytes an answer may have, unpacked. */
export const LARGEST_ANSWER = 256 * 1024;
const DECODERS: Record<string, () => Transform> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
const TEXT = /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml)\b|application\/x-www-form-urlencoded\b)/i;

/**
 * The body of an answer as text. Unpacked while it comes and cut off at the limit, so that a small answer that unpacks
 * into a large one costs no more than the limit.
 * @throws RefusedRequest when it is too large, or no text
 */
export async function readBody(body: Readable, headers: Readonly<Record<string, string>>): Promise<string> {
  const type = headers['content-type'] ?? '';
  const encodings = (headers['content-encoding'] ?? '').toLowerCase().split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  const [encoding, ...more] = encodings;
  const decoder = encoding === undefined ? undefined : DECODERS[encoding];
  if (more.length > 0 || (encoding !== undefined && !decoder)) return refuse(body, 'http-not-text', `the answer is packed as ${encodings.join(', ')}`);
  const unpacked = decoder ? piped(body, decoder()) : body;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LARGEST_ANSWER) return refuse(body, 'http-too-large', `the answer has more than ${LARGEST_ANSWER} bytes`);
    chunks.push(bytes);
  }
  // An empty answer has no type; one without a type is judged by what it is.
  if (size > 0 && type !== '' && !TEXT.test(type)) throw new RefusedRequest('http-not-text', `the answer is ${type.slice(0, 100)}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new RefusedRequest('http-not-text', 'the answer is no text in UTF-8');
  }
}

/** Errors of either end come out of the loop over the second one. */
function piped(body: Readable, decoder: Transform): Transform {
  return pipeline(body, decoder, () => undefined);
}

function refuse(body: Readable, code: RefusedRequest['code'], message: string): never {
  // The rest is not wanted: what destroying the stream reports is not news.
  body.on('error', () => undefined);
  body.destroy();
  throw new RefusedRequest(code, message);
}
