import { describeProblem } from '@/flows/document/describe-problem';
import type { FlowDocument } from '@/flows/document/flow-document';
import { parseDocument } from '@/flows/document/parse-document';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';
import { readJsonFile } from './read-json-file';

/** A file's flow document, of this format or an older one. Stops the command when it is none, naming each place. */
export function readFlowFile(file: string, context: CommandContext): FlowDocument {
  const { language, say } = context;
  const parsed = parseDocument(readJsonFile(file, context));
  if (parsed.ok) return parsed.document;
  const problems = parsed.problems.map((problem) => {
    const { sentence, fix } = describeProblem(problem, language);
    return `${sentence} ${fix}  [${problem.code}]`;
  });
  throw new CliError([say('file.notFlow', { file }), ...problems].join('\n'));
}
