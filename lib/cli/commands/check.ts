import { compile } from '@/flows/compiler/compile';
import { describeDiagnostic } from '@/flows/compiler/describe';
import { defaultRegistry } from '@/flows/nodes/registry';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { readFlowFile } from '../read-flow-file';

/** `relais check FLOW`: what is wrong with a flow, in words or as JSON. Found errors exit with 1, warnings do not. */
export async function check(context: CommandContext, file: string, options: { json: boolean }): Promise<ExitCode> {
  const { language, print, say } = context;
  const document = readFlowFile(file, context);
  const result = compile(document, { ref: 'check', registry: defaultRegistry });
  const diagnostics = (result.ok ? result.warnings : result.diagnostics).map((diagnostic) => ({ ...diagnostic, ...describeDiagnostic(diagnostic, language) }));
  if (options.json) {
    print(JSON.stringify({ ok: result.ok, diagnostics }, null, 2));
    return result.ok ? EXIT.ok : EXIT.found;
  }
  for (const { severity, node, port, code, sentence, fix } of diagnostics) {
    const place = [node, port].filter((part) => part !== undefined).join('/');
    print(`${say(`check.${severity}`)}  ${place === '' ? file : place}  ${sentence} ${fix}  [${code}]`);
  }
  const count = (severity: 'error' | 'warning') => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const values = { name: document.name, nodes: Object.keys(document.nodes).length, errors: count('error'), warnings: count('warning') };
  print(say(result.ok ? 'check.sound' : 'check.unsound', values));
  return result.ok ? EXIT.ok : EXIT.found;
}
