import type { Port } from '../define-node';
import type { NoReply } from './option-schema';

/** The silence port of a question, present only when the author set a delay. */
export function noReplyPort(noReply: NoReply): Port[] {
  if (!noReply) return [];
  return [{ id: 'no-reply', kind: 'silence', required: true, label: { key: 'no-reply' }, after: noReply.after }];
}
