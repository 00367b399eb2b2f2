import type { CompiledTrigger } from './machine-json';
import type { ResolvedFlow } from './resolved-flow';

/** The document's triggers with what those who hear them need to know of its variables. */
export function compiledTriggers(flow: ResolvedFlow): CompiledTrigger[] {
  return flow.document.triggers.map((trigger): CompiledTrigger => {
    if (trigger.type === 'schedule') return trigger;
    const variables = Object.entries(trigger.variables).flatMap(([name, path]) => {
      const variable = flow.variables.get(name);
      return variable ? [[name, { path, type: variable.type }] as const] : [];
    });
    return { ...trigger, variables: Object.fromEntries(variables) };
  });
}
