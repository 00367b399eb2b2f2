import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import type { FlowShelf, KnowledgeNeed, TurnInput } from '../turn-records';
import { calendarFromRow, calendarsOf, languagesOf, loadedFromRow, loadTurnSql, searches, versionsOf, type Loaded } from '../turn-row';
import { createArticleTable } from './article-table';
import type { SqliteDatabase } from './open-database';
import { prepareStatement } from './statement';

export interface TurnLoader {
  /** Undefined when there is no such conversation. */
  load(key: ConversationKey, event: RuntimeEvent): Loaded | undefined;
  /** Puts the flows this turn may run on the shelf. */
  shelve(loaded: Loaded, flows: FlowShelf): void;
  /** The calendars that the flows on the shelf read in this turn. */
  calendars(loaded: Loaded, flows: FlowShelf): TurnInput['calendars'];
  /** What a search in this turn needs; null when no flow on the shelf searches. */
  knowledge(loaded: Loaded, flows: FlowShelf): KnowledgeNeed | null;
}

const LOAD_AGENT = `SELECT a."capacity",
    (SELECT count(*) FROM "Conversation" WHERE "workspaceId" = ?1 AND "agentId" = ?2 AND "owner" = 'agent' AND "id" <> ?3)
    + (SELECT count(*) FROM "Conversation" WHERE "workspaceId" = ?1 AND "offeredTo" = ?2 AND "owner" = 'queued' AND "id" <> ?3),
    (SELECT json_group_array("queueKey") FROM "QueueMember" WHERE "workspaceId" = ?1 AND "userId" = ?2)
  FROM "AgentProfile" a WHERE a."workspaceId" = ?1 AND a."userId" = ?2`;

export function createTurnLoader(db: SqliteDatabase): TurnLoader {
  const load = prepareStatement(db, loadTurnSql('?', '?'));
  const loadAgent = prepareStatement(db, LOAD_AGENT);
  const loadQueues = prepareStatement(db, 'SELECT "key", "isDefault" FROM "Queue" WHERE "workspaceId" = ? ORDER BY "key"');
  const loadCalendar = prepareStatement(db, 'SELECT "name", "timeZone", "spans", "holidays" FROM "Calendar" WHERE "workspaceId" = ? AND "key" = ?');
  const articles = createArticleTable(db);
  const loadFlow = prepareStatement(db, 'SELECT "document", "compiled" FROM "FlowVersion" WHERE "workspaceId" = ? AND "id" = ?');

  return {
    load(key, event) {
      const row = load.get(key.workspaceId, key.conversationId);
      if (!row) return undefined;
      const agent = 'agentId' in event ? loadAgent.get(key.workspaceId, event.agentId, key.conversationId) : undefined;
      return loadedFromRow(
        key,
        event,
        row,
        loadQueues.all(key.workspaceId).map(([name, isDefault]) => ({ key: name as string, isDefault: isDefault === 1 })),
        agent ? { capacity: agent[0] as number, load: agent[1] as number, queues: JSON.parse(agent[2] as string) as string[] } : null,
      );
    },
    shelve(loaded, flows) {
      for (const versionId of versionsOf(loaded)) {
        if (flows.has(versionId)) continue;
        const row = loadFlow.get(loaded.key.workspaceId, versionId);
        if (row) flows.put(versionId, { document: row[0] as string, compiled: row[1] as string | null });
      }
    },
    calendars(loaded, flows) {
      const found = calendarsOf(loaded, flows).flatMap((key) => {
        const row = loadCalendar.get(loaded.key.workspaceId, key);
        return row ? [[key, calendarFromRow(key, row)] as const] : [];
      });
      return Object.fromEntries(found);
    },
    knowledge(loaded, flows) {
      if (!searches(loaded, flows)) return null;
      const { workspaceId } = loaded.key;
      return { workspaceId, version: articles.version(workspaceId), languages: languagesOf(loaded), articles: () => articles.all(workspaceId) };
    },
  };
}
