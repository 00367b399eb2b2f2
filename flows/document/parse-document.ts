import type { z } from 'zod';
import { DEEPEST, MOST_EDGES, MOST_NODES, MOST_VALUES } from './document-limits';
import { FORMAT, type FlowDocument, flowDocumentSchema } from './flow-document';
import { FORMAT_MIGRATIONS } from './migrations/migrations';

export const DOCUMENT_PROBLEM_CODES = [
  'not-a-document', 'newer-format', 'document-too-large', 'missing-field', 'unknown-field', 'wrong-type', 'wrong-key', 'broken-link', 'value-refused',
] as const;
export type DocumentProblemCode = (typeof DOCUMENT_PROBLEM_CODES)[number];

/** What keeps something from being a document, and where: `nodes.a1.position.x`. Sentences: describe-problem.ts. */
export interface DocumentProblem {
  code: DocumentProblemCode;
  path: string;
  params: Record<string, string | number>;
}

export type ParsedDocument = { ok: true; document: FlowDocument } | { ok: false; problems: DocumentProblem[] };

/** Reads a document of this format or an older one. Never throws, whatever it is given. At most 20 problems. */
export function parseDocument(input: unknown): ParsedDocument {
  if (!isObject(input)) return refuse('not-a-document');
  const size = sizeProblem(input);
  if (size) return { ok: false, problems: [size] };
  const { format } = input;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0) return refuse('not-a-document', 'format');
  if (format > FORMAT) return refuse('newer-format', 'format', { format, newest: FORMAT });
  const current = migrate(input, format);
  const counts = countProblem(current);
  if (counts) return { ok: false, problems: [counts] };
  const parsed = flowDocumentSchema.safeParse(current);
  if (parsed.success) return { ok: true, document: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, current)).slice(0, MOST_PROBLEMS) };
}

const MOST_PROBLEMS = 20;

function migrate(input: Record<string, unknown>, format: number): Record<string, unknown> {
  return FORMAT_MIGRATIONS.filter(({ from }) => from >= format).reduce((document, { migrate: next }) => next(document), input);
}

/** Measured without recursion, so that a file nested a million deep is refused rather than overflowing the stack. */
function sizeProblem(input: unknown): DocumentProblem | undefined {
  let level: unknown[] = [input];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > DEEPEST) return problem('document-too-large', '', { limit: DEEPEST, unit: 'depth' });
    if (values > MOST_VALUES) return problem('document-too-large', '', { limit: MOST_VALUES, unit: 'values' });
    const next: unknown[] = [];
    for (const value of level) if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) next.push(child);
    level = next;
  }
  return undefined;
}

function countProblem({ nodes, edges }: Record<string, unknown>): DocumentProblem | undefined {
  if (isObject(nodes) && Object.keys(nodes).length > MOST_NODES) return problem('document-too-large', 'nodes', { limit: MOST_NODES, unit: 'nodes' });
  if (isObject(edges) && Object.keys(edges).length > MOST_EDGES) return problem('document-too-large', 'edges', { limit: MOST_EDGES, unit: 'edges' });
  return undefined;
}

function problemsOf(issue: z.core.$ZodIssue, document: unknown): DocumentProblem[] {
  const path = issue.path.map(String);
  const at = path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return [valueAt(document, path) === undefined ? problem('missing-field', at) : problem('wrong-type', at, { expected: issue.expected })];
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem('unknown-field', [...path, key].join('.')));
    case 'invalid_key':
      return [problem('wrong-key', at)];
    case 'custom':
      return [path.length === 3 && path[0] === 'edges' ? problem('broken-link', at, { step: String(valueAt(document, path)) }) : problem('wrong-key', at)];
    default:
      return [problem('value-refused', at)];
  }
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(code: DocumentProblemCode, path: string, params: DocumentProblem['params'] = {}): DocumentProblem {
  return { code, path, params };
}

function refuse(code: DocumentProblemCode, path = '', params: DocumentProblem['params'] = {}): ParsedDocument {
  return { ok: false, problems: [problem(code, path, params)] };
}
