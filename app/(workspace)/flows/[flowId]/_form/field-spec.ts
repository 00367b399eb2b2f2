import { z } from 'zod';

/** One place of a step's data, as the form draws it. `nullable` fields have a switch; their `initial` is what turning on gives. */
export type FieldSpec = { nullable: boolean } & (
  | { kind: 'localized-list' | 'message' | 'duration' | 'skills' | 'queue' | 'boolean' }
  /** `maxLength` in characters; short texts are one line. */
  | { kind: 'localized-text'; maxLength?: number | undefined }
  | { kind: 'text'; maxLength?: number | undefined }
  | { kind: 'number'; minimum?: number | undefined; maximum?: number | undefined; whole: boolean }
  | { kind: 'enum'; values: string[] }
  | { kind: 'group'; fields: NamedField[] }
  | { kind: 'list'; item: FieldSpec; minimum: number; maximum: number }
  /** Kept as it is and not shown: identifiers, and shapes this form does not know. */
  | { kind: 'hidden' }
);

export interface NamedField {
  name: string;
  spec: FieldSpec;
}

interface JsonSchema {
  type?: string;
  field?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

const HINTED = new Set(['localized-list', 'message', 'duration', 'skills', 'queue'] as const);
type Hinted = typeof HINTED extends Set<infer H> ? H : never;

/** The fields of a node type's data, in the order its schema states them. */
export function fieldsOf(schema: z.ZodType): NamedField[] {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema;
  return namedFields(json);
}

function namedFields(json: JsonSchema): NamedField[] {
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({ name, spec: specOf(property, name) }));
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

type PlainSpec = FieldSpec extends infer S ? (S extends FieldSpec ? Omit<S, 'nullable'> : never) : never;

function plainSpec(json: JsonSchema, name: string): PlainSpec {
  if (json.field === 'localized-text') {
    const each = json.additionalProperties;
    return { kind: 'localized-text', maxLength: typeof each === 'object' ? each.maxLength : undefined };
  }
  if (isHinted(json.field)) return { kind: json.field };
  if (name === 'id' || json.field === 'hidden' || json.field === 'id') return { kind: 'hidden' };
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
      return json.items
        ? { kind: 'list', item: specOf(json.items, ''), minimum: json.minItems ?? 0, maximum: json.maxItems ?? Number.MAX_SAFE_INTEGER }
        : { kind: 'hidden' };
    default:
      return { kind: 'hidden' };
  }
}

function isHinted(field: unknown): field is Hinted {
  return (HINTED as Set<unknown>).has(field);
}
