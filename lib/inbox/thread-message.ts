import type { StoredMessage } from '@/lib/runtime/runtime-types';
import type { Message } from '@/lib/store/prisma/generated/client';
import type { Author, ThreadMessage } from './inbox-views';
import { contentSchema } from './stored-json';

const AUTHORS: Readonly<Record<string, Author>> = { customer: 'customer', bot: 'assistant', agent: 'agent', note: 'note', system: 'system' };

/** Who wrote it, as the interface names them. */
export function toAuthor(stored: string): Author {
  return AUTHORS[stored] ?? 'system';
}

/** A message row as the thread shows it. */
export function rowToItem(row: Message, agentNames: ReadonlyMap<string, string>): ThreadMessage {
  const { parts, options } = contentSchema.parse(JSON.parse(row.content));
  return item({ ...row, sentAt: Number(row.sentAt), parts, options }, agentNames);
}

/** A message as just committed. */
export function storedToItem(message: StoredMessage, agentNames: ReadonlyMap<string, string>): ThreadMessage {
  return item(message, agentNames);
}

interface Source {
  seq: number;
  id: string;
  author: string;
  authorId: string | null;
  parts: ThreadMessage['parts'];
  options?: ThreadMessage['options'];
  sentAt: number;
}

function item({ seq, id, author, authorId, parts, options, sentAt }: Source, agentNames: ReadonlyMap<string, string>): ThreadMessage {
  const from = toAuthor(author);
  const writes = (from === 'agent' || from === 'note') && authorId !== null;
  return {
    kind: 'message',
    seq,
    id,
    from,
    ...(writes && { agent: { id: authorId, name: agentNames.get(authorId) ?? '' } }),
    parts,
    ...(options && { options }),
    at: sentAt,
  };
}
