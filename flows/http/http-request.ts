import type { Json } from '../document/json';
import type { VariableType } from '../document/variable';

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** Sent as `value`, and after it what the secret of that key holds at the moment of sending. */
export interface HttpField {
  name: string;
  value: string;
  secret?: string;
}

/** A text, or JSON in which the text at each path of `secrets` is that secret's. */
export type HttpBody = { kind: 'text'; text: string } | { kind: 'json'; value: Json; secrets: { path: (string | number)[]; key: string }[] };

/** Where a value of the answer is: the status, a header, or a place in the JSON body. */
export type HttpSource = { part: 'status' } | { part: 'header'; name: string } | { part: 'body'; path: (string | number)[] };

export interface HttpRead {
  variable: string;
  type: VariableType;
  from: HttpSource;
}

/** A request as an effect carries it: every template rendered, secrets by their keys. */
export interface HttpRequest {
  method: HttpMethod;
  /** Without the fields of `query`. */
  url: string;
  headers: HttpField[];
  query: HttpField[];
  body: HttpBody | null;
  /** For all of one attempt, redirects and body included. */
  timeoutMs: number;
  /** The service does nothing twice under one `Idempotency-Key`. */
  keyed: boolean;
  /** Statuses that are an answer, with the outcome each means; every 2xx that is not named means `ok`. */
  outcomes: Record<string, string>;
  /** Read from an answer that is `ok`. */
  reads: HttpRead[];
}

/** What a flow hears when the service answered. */
export interface HttpResult {
  outcome: string;
  status: number;
  values: Record<string, Json>;
}

/** An answer as it came: header names in lower case, the body as text. */
export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}
