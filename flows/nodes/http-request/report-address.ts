import { judgeAddress } from '@/flows/http/judge-address';
import { checkTemplate, templateNames } from '@/flows/expressions/template';
import type { CompileContext } from '../define-node';
import type { HttpRequestData } from './http-request.node';

/** Scheme and host, before anything a value could be put into. */
const BEGINNING = /^(https?):\/\/([^/?#\\{}\s]+)(?=[/?#]|$)/i;
const NUMBERS = /^[\d.]+$|^\[.*\]$/;

/** Says what is wrong with the address: where it leads must be written out, and may not be inside the house. */
export function reportAddress({ data: { url }, variables, report }: CompileContext<HttpRequestData>): void {
  const say = (code: string): void => report({ code, severity: code === 'request-not-https' ? 'warning' : 'error', path: ['url'], params: {} });
  const [, scheme = '', host = ''] = BEGINNING.exec(url) ?? [];
  const beginning = `${scheme}://${host}/`;
  if (host === '' || host.includes('@') || !URL.canParse(beginning) || url.includes('{%') || !checkTemplate(url).ok) return say('bad-request-address');
  const names = templateNames(url);
  // An address is written down by every machine it passes.
  if (names.includes('secrets') || names.some((name) => variables.get(name)?.type === 'secret')) say('secret-outside');
  const { hostname } = new URL(beginning);
  if (NUMBERS.test(hostname) && judgeAddress(hostname.replace(/^\[|\]$/g, '')) !== null) say('request-inside');
  else if (hostname === 'localhost' || hostname.endsWith('.localhost')) say('request-inside');
  if (scheme.toLowerCase() === 'http') say('request-not-https');
}
