import { compile } from '@/flows/compiler/compile';
import { defaultRegistry } from '@/flows/nodes/registry';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { readFlowFile } from '../read-flow-file';
import { check } from './check';

/** `relais compile FLOW`: the machine and the version of its vocabulary (docs/machine.md). A flow with errors is checked instead. */
export async function compileFlow(context: CommandContext, file: string): Promise<ExitCode> {
  const result = compile(readFlowFile(file, context), { ref: 'draft', registry: defaultRegistry });
  if (!result.ok) return check({ ...context, print: context.tell }, file, { json: false });
  context.print(JSON.stringify(result.flow, null, 2));
  return EXIT.ok;
}
