import type { FieldTemplate } from '@/flows/http/request-template';
import type { CompileContext } from '../define-node';
import type { HttpRequestData } from './http-request.node';
import { secretInTemplate, templateProblem } from './secret-in-template';

/** Headers that the connection itself needs, and the key that is always sent. */
const OURS = /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|accept-encoding|idempotency-key)$/i;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The rows of headers or of the query, each taken apart into its template and its secret. */
export function fieldTemplates(place: 'headers' | 'query', { data, report }: CompileContext<HttpRequestData>): FieldTemplate[] {
  return data[place].map(({ name, value }, index) => {
    if (place === 'headers' && (!HEADER_NAME.test(name) || OURS.test(name))) report({ code: 'bad-request-value', severity: 'error', path: [place, index, 'name'], params: {} });
    const secret = secretInTemplate(value);
    const template = secret ? secret.before : value;
    const problem = templateProblem(template);
    if (problem) report({ code: problem, severity: 'error', path: [place, index, 'value'], params: {} });
    return { name, value: template, ...(secret && { secret: secret.key }) };
  });
}
