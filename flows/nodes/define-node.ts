import type { z } from 'zod';
import type { ActionJson, GuardJson } from '../compiler/machine-json';
import type { Diagnostic } from '../document/diagnostic';
import type { FlowNode, PortId } from '../document/flow-document';
import type { Locale, LocalizedText } from '../document/localized-text';
import type { Variable } from '../document/variable';

export const FAMILIES = ['talk', 'know', 'think', 'act', 'time', 'route', 'finish'] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * A way out of a step; the single source for canvas handles and compiler exits.
 * `silence` ports are taken when nobody acts. An unlinked `required` port is an error, an unlinked optional one ends there.
 */
export interface Port {
  id: PortId;
  kind: 'exit' | 'silence';
  required: boolean;
  /** The author's own words (a button), or a key under `ports` in the type's texts. */
  label: { text: LocalizedText } | { key: string };
  /** An ISO 8601 duration shown after the label, for silence ports. */
  after?: string;
}

/** Something outside the document that the data names by its key. */
export interface Reference {
  kind: 'skill' | 'queue' | 'calendar';
  key: string;
  path: (string | number)[];
}

/** Straight actions, then one outcome. Chains between two waits are folded into one transition by the compiler. */
export interface Plan {
  do: ActionJson[];
  then:
    | { exit: PortId; reason: string }
    | { wait: string }
    | { end: true }
    | { branch: { when: GuardJson; plan: Plan }[]; otherwise: Plan };
}

/** A point where the step rests until an event of the world. Event names are those of EngineEvent. */
export interface Wait {
  /** Who is expected to act next; analyses of the flow read it. */
  for: 'customer' | 'person' | 'effect';
  on: Record<string, Plan>;
  after?: { ms: number; plan: Plan }[];
}

export interface StateFragment {
  entry: Plan;
  waits: Record<string, Wait>;
}

export interface CompileContext<D> {
  node: FlowNode;
  data: D;
  languages: readonly Locale[];
  /** The declared variables by name. A name in a field hinted `variable` is checked already. */
  variables: ReadonlyMap<string, Variable>;
  /** Whether the author linked this port; for steps that listen to an event only when it leads somewhere. */
  linked(port: PortId): boolean;
  /** Reports an author's mistake that the schema cannot see. */
  report(diagnostic: Omit<Diagnostic, 'node'>): void;
}

/** Turns data written for version `from` into data of `from + 1`. */
export interface Migration {
  from: number;
  migrate(data: Record<string, unknown>): Record<string, unknown>;
}

export interface NodeType<T extends string = string, D = unknown> {
  type: T;
  version: number;
  family: Family;
  data: z.ZodType<D>;
  defaults(languages: readonly Locale[]): D;
  ports(data: D): readonly Port[];
  refs(data: D): readonly Reference[];
  migrations: readonly Migration[];
  /** A flow has exactly one of these, and it takes no link in. */
  entry?: true;
  compile(context: CompileContext<D>): StateFragment;
}

/** What the rest of the program handles when it does not know which type it has: data is parsed by `data` first. */
export type AnyNodeType = Omit<NodeType<string, never>, 'data' | 'defaults'> & {
  data: z.ZodType;
  defaults(languages: readonly Locale[]): unknown;
};

export function defineNode<T extends string, D>(definition: NodeType<T, D>): NodeType<T, D> {
  return definition;
}
