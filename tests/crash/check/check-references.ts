import type { Query } from './database';
import type { Report } from './problems';

type Reference = readonly [table: string, columns: readonly string[], to: string, keys: readonly string[]];

const OF_CONVERSATION = ['Case', 'Segment', 'Message', 'Attachment', 'ConversationEvent', 'InboundEvent', 'FlowSession', 'StepLog', 'Outbox', 'Timer'];

/** What points where. Besides the schema's own foreign keys: ids that only the program knows to be some. */
const REFERENCES: readonly Reference[] = [
  ...OF_CONVERSATION.map((table): Reference => [table, ['conversationId'], 'Conversation', ['id']]),
  ['Conversation', ['identityId'], 'Identity', ['id']],
  ['Conversation', ['profileId'], 'Profile', ['id']],
  ['Conversation', ['connectionId'], 'ChannelConnection', ['id']],
  ['Conversation', ['sessionId'], 'FlowSession', ['id']],
  ['Identity', ['profileId'], 'Profile', ['id']],
  ['Identity', ['connectionId'], 'ChannelConnection', ['id']],
  ['Timer', ['sessionId'], 'FlowSession', ['id']],
  ['StepLog', ['sessionId'], 'FlowSession', ['id']],
  ['StepLog', ['conversationId', 'inboundSeq'], 'InboundEvent', ['conversationId', 'seq']],
  ['FlowSession', ['flowVersionId'], 'FlowVersion', ['id']],
  ['FlowSession', ['conversationId', 'caseNumber'], 'Case', ['conversationId', 'number']],
  ['Segment', ['conversationId', 'caseNumber'], 'Case', ['conversationId', 'number']],
];

/** No row points nowhere. */
export async function checkReferences(query: Query, report: Report): Promise<void> {
  for (const [table, columns, to, keys] of REFERENCES) {
    const joined = columns.map((column, at) => `p."${keys[at]}" = c."${column}"`).join(' AND ');
    const rows = await query(
      `SELECT count(*) AS "lost" FROM "${table}" c LEFT JOIN "${to}" p ON p."workspaceId" = c."workspaceId" AND ${joined}
       WHERE p."workspaceId" IS NULL AND c."${columns[0]}" IS NOT NULL`,
    );
    const lost = Number(rows[0]?.['lost']);
    if (lost > 0) report('references', table, `${lost} rows point at no ${to} by ${columns.join(', ')}`);
  }
}
