import { z } from 'zod';
import { listKind, type ListKind } from './list-kind';

/** One place of a step's data, as the form draws it. `nullable` fields have a switch, `optional` ones may be left blank. */
export type FieldSpec = { nullable: boolean; optional?: boolean } & (
  | { kind: 'localized-list' | 'message' | 'duration' | 'skills' | 'queue' | 'boolean' | 'variable' | 'calendar' | 'country' | 'day' | 'zone' }
  /** `maxLength` in characters; short texts are one line. `template`: may name what is known; `internal`: no customer reads it. */
  | { kind: 'localized-text'; maxLength?: number | undefined; template?: boolean | undefined; internal?: boolean | undefined }
  | { kind: 'text'; maxLength?: number | undefined }
  /** A part of a request in which variables may be named: the same in every language. `secrets`: those of the workspace too. */
  | { kind: 'request-template'; maxLength?: number | undefined; secrets?: true }
  | { kind: 'number'; minimum?: number | undefined; maximum?: number | undefined; whole: boolean }
  | { kind: 'enum'; values: string[] }
  | { kind: 'group'; fields: NamedField[] }
  /** A condition: its rows, or an expression in their place. */
  | { kind: 'case'; fields: NamedField[] }
  | { kind: 'list'; of: ListKind; item: FieldSpec; minimum: number; maximum: number }
  /** Rows of variable, operator and value. */
  | { kind: 'condition-tests'; maximum: number }
  /** One of several shapes, told apart by the field `key`. */
  | { kind: 'union'; key: string; members: UnionMember[] }
  /** A value of the variable that stands beside it. */
  | { kind: 'literal' }
  /** CEL that must give true or false, or any value. */
  | { kind: 'expression'; gives: 'condition' | 'value' }
  /** Kept as it is and not shown: identifiers, and shapes this form does not know. */
  | { kind: 'hidden' }
);

export interface NamedField {
  name: string;
  spec: FieldSpec;
}

export interface UnionMember {
  value: string;
  fields: NamedField[];
}

interface JsonSchema {
  type?: string;
  field?: unknown;
  gives?: unknown;
  template?: unknown;
  internal?: unknown;
  secrets?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

const HINTED = new Set([
  'localized-list', 'message', 'duration', 'skills', 'queue', 'variable', 'calendar', 'country', 'day', 'zone', 'literal',
] as const);
type Hinted = typeof HINTED extends Set<infer H> ? H : never;

/** The fields of a node type's data, in the order its schema states them. */
export function fieldsOf(schema: z.ZodType): NamedField[] {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema;
  return namedFields(json);
}

function namedFields(json: JsonSchema): NamedField[] {
  return Object.entries(json.properties ?? {}).map(([name, property]) => {
    const spec = specOf(property, name);
    return { name, spec: json.required?.includes(name) ? spec : { ...spec, optional: true } };
  });
}

function specOf(json: JsonSchema, name: string): FieldSpec {
  const choices = json.anyOf ?? [];
  const rest = choices.filter((choice) => choice.type !== 'null');
  const inner = rest[0];
  if (choices.length > rest.length && rest.length === 1 && inner) {
    // The hint may stand on the inner type or on the nullable around it.
    const spec = specOf(inner.field === undefined && json.field !== undefined ? { ...inner, field: json.field } : inner, name);
    return { ...spec, nullable: true };
  }
  return { nullable: false, ...plainSpec(json, name) };
}

type PlainSpec = FieldSpec extends infer S ? (S extends FieldSpec ? Omit<S, 'nullable' | 'optional'> : never) : never;

function plainSpec(json: JsonSchema, name: string): PlainSpec {
  if (json.field === 'localized-text') {
    const each = json.additionalProperties;
    return { kind: 'localized-text', maxLength: typeof each === 'object' ? each.maxLength : undefined, ...(json.template === true && { template: true, ...(json.internal === true && { internal: true }) }) };
  }
  if (json.field === 'request-template') return { kind: 'request-template', maxLength: json.maxLength, ...(json.secrets === true && { secrets: true }) };
  if (json.field === 'expression') return { kind: 'expression', gives: json.gives === 'value' ? 'value' : 'condition' };
  if (json.field === 'condition-tests') return { kind: 'condition-tests', maximum: mostItems(json) };
  if (isHinted(json.field)) return { kind: json.field };
  if (name === 'id' || json.field === 'hidden' || json.field === 'id') return { kind: 'hidden' };
  if (json.oneOf) return unionSpec(json.oneOf);
  if (json.enum?.every((value) => typeof value === 'string')) return { kind: 'enum', values: json.enum };
  switch (json.type) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'integer':
    case 'number':
      return { kind: 'number', minimum: json.minimum, maximum: json.maximum, whole: json.type === 'integer' };
    case 'string':
      return { kind: 'text', maxLength: json.maxLength };
    case 'object':
      return json.properties ? { kind: 'group', fields: namedFields(json) } : { kind: 'hidden' };
    case 'array':
      return json.items ? listSpec(json, json.items) : { kind: 'hidden' };
    default:
      return { kind: 'hidden' };
  }
}

function listSpec(json: JsonSchema, items: JsonSchema): PlainSpec {
  const item = specOf(items, '');
  const of = listKind(json.field);
  const drawn = of === 'cases' && item.kind === 'group' ? { ...item, kind: 'case' as const } : item;
  return { kind: 'list', of, item: drawn, minimum: json.minItems ?? 0, maximum: mostItems(json) };
}

/** The shapes of a value whose first fixed field tells them apart. */
function unionSpec(shapes: readonly JsonSchema[]): PlainSpec {
  const key = Object.entries(shapes[0]?.properties ?? {}).find(([, property]) => typeof property.const === 'string')?.[0];
  if (key === undefined) return { kind: 'hidden' };
  const members = shapes.map((shape) => ({
    value: String(shape.properties?.[key]?.const),
    fields: namedFields(shape).filter(({ name }) => name !== key),
  }));
  return { kind: 'union', key, members };
}

function mostItems(json: JsonSchema): number {
  return json.maxItems ?? Number.MAX_SAFE_INTEGER;
}

function isHinted(field: unknown): field is Hinted {
  return (HINTED as Set<unknown>).has(field);
}
