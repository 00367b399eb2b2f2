import type { Variable } from '@/flows/document/variable';
import type { CompileContext } from '../define-node';

/** Reports a value that a variable cannot hold. */
export function reportMisfit<D>(variable: Variable, path: (string | number)[], context: CompileContext<D>): void {
  context.report({ code: 'variable-type', severity: 'error', path, params: { name: variable.name, holds: variable.type } });
}
