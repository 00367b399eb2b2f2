import { isIP } from 'node:net';
import { bareHost, type AllowedHosts } from './allowed-hosts';
import { judgeAddress } from '@/flows/http/judge-address';
import { RefusedRequest } from './refused';

/** Ports that services on the public internet answer on. */
const PORTS = new Set([80, 443, 8080, 8443]);
const DEFAULT_PORT: Record<string, number> = { 'http:': 80, 'https:': 443 };
/** A segment that the URL parser would take as "the folder above" or "this folder". */
const DOTS = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\?#]|$)/i;

/**
 * Reads an address and refuses what no flow may call, before any name is looked up. The parser of URLs has by then made
 * one spelling of decimal, octal, hexadecimal and short addresses. Names are judged when they are looked up.
 * @throws RefusedRequest
 */
export function judgeUrl(source: string, allowed: AllowedHosts, base?: URL): URL {
  const url = URL.canParse(source, base) ? new URL(source, base) : undefined;
  if (!url) throw new RefusedRequest('http-bad-address', 'the address cannot be read');
  // A redirect of the service may say "the folder above"; a value of the flow in the path must not.
  if (!base && DOTS.test(source.replace(/^[a-z]+:\/\/[^/\\?#]*/i, '').split(/[?#]/)[0] ?? '')) throw new RefusedRequest('http-bad-address', 'the path leads to the folder above');
  const port = portOf(url);
  if (port === undefined) throw new RefusedRequest('http-address-refused', `the scheme ${url.protocol} is not allowed`);
  if (url.username !== '' || url.password !== '') throw new RefusedRequest('http-address-refused', 'the address holds a user name or a password');
  const host = bareHost(url.hostname);
  if (host === '' || host.endsWith('.')) throw new RefusedRequest('http-address-refused', 'the host is no full name');
  if (allowed.has(host, port)) return url;
  if (!PORTS.has(port)) throw new RefusedRequest('http-address-refused', `the port ${port} is not allowed`);
  if (isIP(host) !== 0) {
    const why = judgeAddress(host);
    if (why !== null) throw new RefusedRequest('http-address-refused', `${host} is not on the public internet (${why})`);
  } else if (!host.includes('.')) {
    throw new RefusedRequest('http-address-refused', `${host} is a name of the own network`);
  }
  return url;
}

/** The port a URL leads to; undefined when it is not of the web. */
export function portOf({ protocol, port }: URL): number | undefined {
  const usual = Object.hasOwn(DEFAULT_PORT, protocol) ? DEFAULT_PORT[protocol] : undefined;
  return usual === undefined || port === '' ? usual : Number(port);
}
