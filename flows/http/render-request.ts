import type { Json, JsonObject } from '../document/json';
import { renderTemplate, type Rendered, type RenderOptions } from '../expressions/template';
import type { HttpBody, HttpField, HttpRequest } from './http-request';
import type { BodyTemplate, FieldTemplate, RequestTemplate } from './request-template';

export type RenderedRequest = { ok: true; request: HttpRequest } | Extract<Rendered, { ok: false }>;

/** A text that is one variable, or a place in one, and nothing else. */
const ONE_VALUE = /^\s*\{\{-?\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*-?\}\}\s*$/;
// eslint-disable-next-line no-control-regex -- none of these may stand in a header or a query
const CONTROLS = /[\u0000-\u001f\u007f]+/g;

/**
 * Fills a request. Each value is put where it belongs and nowhere else: percent-encoded in the address, without control
 * characters in headers, and in JSON as a text or value of its own, whatever it contains.
 */
export function renderRequest(template: RequestTemplate, environment: JsonObject, options: RenderOptions): RenderedRequest {
  try {
    const render = (source: string, encode?: (text: string) => string): string => {
      const rendered = renderTemplate(source, environment, { ...options, ...(encode && { encode }) });
      if (!rendered.ok) throw new Unrendered(rendered);
      return rendered.text;
    };
    const field = ({ name, value, secret }: FieldTemplate): HttpField => ({ name, value: render(value).replace(CONTROLS, ' '), ...(secret !== undefined && { secret }) });
    const { method, timeoutMs, keyed, outcomes, reads } = template;
    return {
      ok: true,
      request: {
        method,
        url: render(template.url, encodePart),
        headers: template.headers.map(field),
        query: template.query.map(field),
        body: bodyOf(template.body, (source) => render(source), environment),
        timeoutMs, keyed, outcomes, reads,
      },
    };
  } catch (error) {
    if (error instanceof Unrendered) return error.rendered;
    throw error;
  }
}

class Unrendered extends Error {
  constructor(readonly rendered: Extract<Rendered, { ok: false }>) {
    super(rendered.detail);
  }
}

/** Halves of characters, which a customer's text may hold, cannot be encoded. */
function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function bodyOf(body: BodyTemplate | null, render: (source: string) => string, environment: JsonObject): HttpBody | null {
  if (body === null) return null;
  if (body.kind === 'text') return { kind: 'text', text: render(body.text) };
  return { kind: 'json', value: filled(body.value, render, environment), secrets: body.secrets };
}

function filled(value: Json, render: (source: string) => string, environment: JsonObject): Json {
  if (typeof value === 'string') {
    const name = ONE_VALUE.exec(value)?.[1];
    return name === undefined ? render(value) : valueAt(environment, name.split('.'));
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, render, environment));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, render, environment)]));
}

function valueAt(environment: JsonObject, path: readonly string[]): Json {
  return path.reduce<Json>((value, name) => (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null), environment);
}
