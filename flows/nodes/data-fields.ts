import { z } from 'zod';

/** A value inside a step's data whose schema carries a `field` hint (or is a plain leaf). */
export interface DataField {
  path: (string | number)[];
  /** The hint of the schema's `.meta({ field })`; empty when it has none. */
  field: string;
  meta: Record<string, unknown>;
  value: unknown;
}

/** Hints under which nothing is looked for: the value is one thing to a form and to the compiler. */
const WHOLE = new Set(['localized-text', 'localized-list', 'message', 'duration', 'skills', 'queue', 'enum', 'hidden']);

/** Every leaf of data that its schema has accepted, in the schema's order. */
export function dataFields(schema: z.ZodType, data: unknown, path: (string | number)[] = []): DataField[] {
  const { inner, meta } = unwrap(schema);
  const field = typeof meta.field === 'string' ? meta.field : '';
  if (!WHOLE.has(field) && inner instanceof z.ZodObject && isRecord(data)) {
    return Object.entries(inner.shape).flatMap(([key, child]) => dataFields(child as z.ZodType, data[key], [...path, key]));
  }
  if (!WHOLE.has(field) && inner instanceof z.ZodDiscriminatedUnion && isRecord(data)) {
    const member = membersOf(inner).find(({ key, value }) => data[key] === value);
    return [{ path, field, meta, value: data }, ...(member ? dataFields(member.schema, data, path) : [])];
  }
  if (!WHOLE.has(field) && inner instanceof z.ZodArray && Array.isArray(data)) {
    return data.flatMap((item: unknown, index) => dataFields(inner.element as z.ZodType, item, [...path, index]));
  }
  return [{ path, field, meta, value: data }];
}

/**
 * The places a form shows, as keys under `fields` in a type's texts: `options.label`, `noReply`, `priority`, and one
 * per value of an enumeration, `priority.high`.
 */
export function fieldKeys(schema: z.ZodType, path: string[] = []): string[] {
  const { inner, meta } = unwrap(schema);
  const own = path.length > 0 ? [path.join('.')] : [];
  if (meta.field === 'hidden') return [];
  if (inner instanceof z.ZodEnum) return [...own, ...inner.options.map((value) => [...path, String(value)].join('.'))];
  if (typeof meta.field === 'string' && WHOLE.has(meta.field)) return own;
  if (inner instanceof z.ZodObject) {
    return [...own, ...Object.entries(inner.shape).flatMap(([key, child]) => fieldKeys(child as z.ZodType, [...path, key]))];
  }
  if (inner instanceof z.ZodDiscriminatedUnion) return [...new Set([...own, ...membersOf(inner).flatMap((member) => memberKeys(member, path))])];
  if (inner instanceof z.ZodArray) return [...own, ...fieldKeys(inner.element as z.ZodType, path).filter((key) => !own.includes(key))];
  return own;
}

interface Member {
  schema: z.ZodObject;
  /** The field that tells the members apart, and what this one has there. */
  key: string;
  value: string;
}

/** The objects a value may be, told apart by one field. */
function membersOf(union: z.ZodDiscriminatedUnion): Member[] {
  const key = String(union.def.discriminator);
  return (union.options as z.ZodType[]).flatMap((option) => {
    const { inner } = unwrap(option);
    const literal = inner instanceof z.ZodObject ? (inner.shape[key] as z.ZodType) : undefined;
    return inner instanceof z.ZodObject && literal instanceof z.ZodLiteral ? [{ schema: inner, key, value: String(literal.value) }] : [];
  });
}

/** What tells the members apart is shown as a choice: `answer.kind`, `answer.kind.email`. */
function memberKeys({ schema, key, value }: Member, path: string[]): string[] {
  const rest = Object.entries(schema.shape).filter(([name]) => name !== key);
  return [[...path, key].join('.'), [...path, key, value].join('.'), ...rest.flatMap(([name, child]) => fieldKeys(child as z.ZodType, [...path, name]))];
}

/** The schema inside `nullable` and `optional`, with the hints of every layer; an outer one wins. */
function unwrap(schema: z.ZodType): { inner: z.ZodType; meta: Record<string, unknown> } {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    const within = unwrap(schema.unwrap() as z.ZodType);
    return { inner: within.inner, meta: { ...within.meta, ...schema.meta() } };
  }
  return { inner: schema, meta: { ...schema.meta() } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
