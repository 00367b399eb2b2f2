import { jsonSchema, type Json } from '@/flows/document/json';
import type { BodyTemplate } from '@/flows/http/request-template';
import type { CompileContext } from '../define-node';
import type { HttpRequestData } from './http-request.node';
import { secretInTemplate, templateProblem } from './secret-in-template';

/** The body, read as JSON before anything is put into it: no value can leave the text it stands in. */
export function bodyTemplate({ data: { body }, report }: CompileContext<HttpRequestData>): BodyTemplate | null {
  if (body.kind === 'none') return null;
  const faulty = (code: string): void => report({ code, severity: 'error', path: ['body', 'source'], params: {} });
  if (body.kind === 'text') {
    const problem = templateProblem(body.source);
    if (problem) faulty(problem);
    return { kind: 'text', text: body.source };
  }
  const parsed = parse(body.source);
  if (!parsed.ok) {
    faulty('bad-request-value');
    return null;
  }
  const secrets: { path: (string | number)[]; key: string }[] = [];
  const problems = new Set<string>();
  const visit = (value: Json, path: (string | number)[]): Json => {
    if (typeof value === 'string') {
      const secret = secretInTemplate(value);
      if (secret?.before === '') {
        secrets.push({ path, key: secret.key });
        return '';
      }
      const problem = templateProblem(value);
      if (problem) problems.add(problem);
      return value;
    }
    if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, visit(item, [...path, name])]));
  };
  const value = visit(parsed.value, []);
  for (const problem of problems) faulty(problem);
  return { kind: 'json', value, secrets };
}

function parse(source: string): { ok: true; value: Json } | { ok: false } {
  try {
    return { ok: true, value: jsonSchema.parse(JSON.parse(source)) };
  } catch {
    return { ok: false };
  }
}
