import { FORMAT, flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import { z } from 'zod';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';
import { placeOf } from './place-of';
import { readJsonFile } from './read-json-file';

const formatSchema = z.object({ format: z.number() });

/** A file's flow document. Stops the command when it is none, naming the place, or is of a newer format. */
export function readFlowFile(file: string, context: CommandContext): FlowDocument {
  const { say } = context;
  const json = readJsonFile(file, context);
  const format = formatSchema.safeParse(json).data?.format;
  if (format !== undefined && format > FORMAT) throw new CliError(say('file.newerFormat', { file, format, known: FORMAT }));
  const document = flowDocumentSchema.safeParse(json);
  if (!document.success) throw new CliError(say('file.notFlow', { file, ...placeOf(document.error, say) }));
  return document.data;
}
