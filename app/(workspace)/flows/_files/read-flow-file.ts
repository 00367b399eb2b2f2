import type { FlowDocument } from '@/flows/document/flow-document';
import { parseDocument, type DocumentProblem } from '@/flows/document/parse-document';

export type ReadFlowFile =
  | { ok: true; document: FlowDocument; text: string }
  | { ok: false; fault: 'too-large' }
  | { ok: false; fault: 'unreadable' }
  /** Not JSON; where, when the browser says it. */
  | { ok: false; fault: 'not-json'; at: { line: number; column: number } | null }
  | { ok: false; fault: 'not-a-flow'; problems: DocumentProblem[] };

/** Bytes. What the server takes, less what its envelope needs. */
export const LARGEST_FILE = 3_000_000;

/** Reads a file that is said to hold a flow, before anything is sent. Never throws. */
export async function readFlowFile(file: Pick<File, 'size' | 'text'>): Promise<ReadFlowFile> {
  if (file.size > LARGEST_FILE) return { ok: false, fault: 'too-large' };
  let text: string;
  try {
    text = (await file.text()).replace(/^\uFEFF/, '');
  } catch {
    return { ok: false, fault: 'unreadable' };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, fault: 'not-json', at: placeOf(text, String(error)) };
  }
  const parsed = parseDocument(json);
  // Without the indents that people read: less to send.
  return parsed.ok ? { ok: true, document: parsed.document, text: JSON.stringify(json) } : { ok: false, fault: 'not-a-flow', problems: parsed.problems };
}

function placeOf(text: string, message: string): { line: number; column: number } | null {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return null;
  const lines = text.slice(0, Number(position)).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
