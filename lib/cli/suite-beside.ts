import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { scriptSchema } from '@/flows/simulator/script';
import { transcriptSchema } from '@/flows/simulator/transcript-schema';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';
import { placeOf } from './place-of';
import { readArticles } from './read-articles';
import { readFlowFile } from './read-flow-file';
import { readJsonFile } from './read-json-file';
import type { TestSuite } from './test-suite';

/** The golden conversations beside a flow's file: `x.<case>.script.json` with `x.<case>.transcript.json` for `x.flow.json`. */
export function suiteBeside(file: string, articles: string | undefined, context: CommandContext): TestSuite {
  const document = readFlowFile(file, context);
  const folder = dirname(file);
  const prefix = `${basename(file).replace(/(\.flow)?\.json$/, '')}.`;
  const cases = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.script.json'))
    .map((name) => name.slice(prefix.length, -'.script.json'.length))
    .sort();
  const knowledge = readArticles(file, articles, context);
  return {
    name: file,
    document,
    tests: cases.map((name) => ({ name, ...readCase(join(folder, prefix + name), context) })),
    env: knowledge ? { knowledge } : {},
  };
}

function readCase(path: string, context: CommandContext): Pick<TestSuite['tests'][number], 'script' | 'transcript'> {
  const { say } = context;
  const script = scriptSchema.safeParse(readJsonFile(`${path}.script.json`, context));
  if (!script.success) throw new CliError(say('file.notScript', { file: `${path}.script.json`, ...placeOf(script.error, say) }));
  const transcript = transcriptSchema.safeParse(readJsonFile(`${path}.transcript.json`, context));
  if (!transcript.success) throw new CliError(say('file.notTranscript', { file: `${path}.transcript.json`, ...placeOf(transcript.error, say) }));
  return { script: script.data, transcript: transcript.data };
}
