import type { MessageAuthor, StoredMessage } from '@/lib/runtime/runtime-types';

/** The columns of Message as any driver gives them. */
export interface MessageRow {
  seq: number;
  id: string;
  caseNumber: number;
  author: string;
  authorId: string | null;
  content: string;
  epoch: number;
  sentAt: number | bigint;
}

/** A row of Message as the rest of the program knows it. */
export function storedMessage(row: MessageRow): StoredMessage {
  const content = JSON.parse(row.content) as Pick<StoredMessage, 'language' | 'parts' | 'options' | 'choice'>;
  return {
    seq: row.seq,
    id: row.id,
    author: row.author as MessageAuthor,
    authorId: row.authorId,
    caseNumber: row.caseNumber,
    epoch: row.epoch,
    sentAt: Number(row.sentAt),
    ...content,
  };
}
