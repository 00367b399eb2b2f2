import type { Json } from '../document/json';
import type { HttpMethod, HttpRead } from './http-request';

/** A template, and after it the secret of that key. */
export interface FieldTemplate {
  name: string;
  value: string;
  secret?: string;
}

export type BodyTemplate =
  | { kind: 'text'; text: string }
  /** Texts in `value` are templates; one that is nothing but a variable becomes the variable's value. `secrets` stand at their paths. */
  | { kind: 'json'; value: Json; secrets: { path: (string | number)[]; key: string }[] };

/** A request as a machine carries it: its parts taken apart before any customer's text is put in. */
export interface RequestTemplate {
  method: HttpMethod;
  /** Its scheme and host are written out; every value put in is percent-encoded. */
  url: string;
  headers: FieldTemplate[];
  query: FieldTemplate[];
  body: BodyTemplate | null;
  timeoutMs: number;
  keyed: boolean;
  outcomes: Record<string, string>;
  reads: HttpRead[];
}
