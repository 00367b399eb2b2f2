import { articleSearch } from '@/flows/knowledge/article-search';
import { simulate } from '@/flows/simulator/simulate';
import { SimulationError } from '@/flows/simulator/simulation-error';
import { scriptSchema } from '@/flows/simulator/script';
import { CliError } from '../cli-error';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { placeOf } from '../place-of';
import { readArticles } from '../read-articles';
import { readFlowFile } from '../read-flow-file';
import { readJsonFile } from '../read-json-file';
import { check } from './check';

/** `relais simulate FLOW --script S`: plays the script under a virtual clock and prints the transcript. */
export async function simulateFlow(context: CommandContext, flowFile: string, { script: scriptFile, articles }: { script: string; articles: string | undefined }): Promise<ExitCode> {
  const { print, say, tell } = context;
  const document = readFlowFile(flowFile, context);
  const script = scriptSchema.safeParse(readJsonFile(scriptFile, context));
  if (!script.success) throw new CliError(say('file.notScript', { file: scriptFile, ...placeOf(script.error, say) }));
  const knowledge = readArticles(flowFile, articles, context);
  try {
    print(JSON.stringify(simulate(document, script.data, knowledge ? { knowledge } : {}), null, 2));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof SimulationError)) throw error;
    if (error.code === 'not-sound') return check({ ...context, print: tell }, flowFile, { json: false });
    throw new CliError(say('simulate.failed', { detail: error.message }));
  }
}
