import type { Calendar } from '@/flows/calendars/calendar';
import type { JsonObject } from '@/flows/document/json';
import type { SessionState } from '@/flows/engine/engine-types';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import type { CaseRecord, FlowShelf, KnowledgeNeed, SessionRecord, TurnInput } from '../turn-records';
import { createArticleTable } from './article-table';
import { CONVERSATION_COLUMNS, conversationFromRow } from './conversation-row';
import type { SqliteDatabase } from './open-database';
import { prepareStatement, type SqlRow } from './statement';

/** A turn's input before the event has its place. */
export type Loaded = Omit<TurnInput, 'event' | 'seq' | 'now' | 'calendars' | 'knowledge'> & {
  /** The version that the event begins, where it names one. */
  begins: string | null;
};

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

const CASE = CONVERSATION_COLUMNS.length;
const SESSION = CASE + 10;
const REST = SESSION + 7;
const ATTRIBUTES = REST + 7;

/** One row holds all that every turn needs: one statement with six look-ups by primary key instead of six statements. */
const LOAD = `SELECT ${CONVERSATION_COLUMNS.map((name) => `c."${name}"`).join(', ')},
    k."number", k."openedAt", k."firstReplyAt", k."firstAgentAt", k."handedOffAt", k."closedAt", k."handledBy", k."closedBy",
    k."disposition", k."flowVersionId",
    s."id", s."caseNumber", s."flowVersionId", s."compiler", s."state", s."startedAt", s."endedAt",
    p."name", p."email", p."phone", p."locale", n."channel", i."externalId",
    CASE WHEN f."archivedAt" IS NULL THEN f."publishedVersionId" END, p."attributes"
  FROM "Conversation" c
  JOIN "Identity" i ON i."workspaceId" = c."workspaceId" AND i."id" = c."identityId"
  JOIN "Profile" p ON p."workspaceId" = c."workspaceId" AND p."id" = c."profileId"
  JOIN "ChannelConnection" n ON n."workspaceId" = c."workspaceId" AND n."id" = c."connectionId"
  LEFT JOIN "Flow" f ON f."workspaceId" = c."workspaceId" AND f."id" = n."flowId"
  LEFT JOIN "Case" k ON k."workspaceId" = c."workspaceId" AND k."conversationId" = c."id" AND k."number" = c."caseNumber"
  LEFT JOIN "FlowSession" s ON s."workspaceId" = c."workspaceId" AND s."id" = c."sessionId"
  WHERE c."workspaceId" = ? AND c."id" = ?`;

const LOAD_AGENT = `SELECT a."capacity",
    (SELECT count(*) FROM "Conversation" WHERE "workspaceId" = ?1 AND "agentId" = ?2 AND "owner" = 'agent' AND "id" <> ?3)
    + (SELECT count(*) FROM "Conversation" WHERE "workspaceId" = ?1 AND "offeredTo" = ?2 AND "owner" = 'queued' AND "id" <> ?3),
    (SELECT json_group_array("queueKey") FROM "QueueMember" WHERE "workspaceId" = ?1 AND "userId" = ?2)
  FROM "AgentProfile" a WHERE a."workspaceId" = ?1 AND a."userId" = ?2`;

export function createTurnLoader(db: SqliteDatabase): TurnLoader {
  const load = prepareStatement(db, LOAD);
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
      return {
        key,
        conversation: conversationFromRow(row),
        case: caseFromRow(row),
        session: sessionFromRow(row),
        begins: event.type === 'flow.triggered' ? event.versionId : null,
        contact: {
          name: row[REST] as string | null,
          email: row[REST + 1] as string | null,
          phone: row[REST + 2] as string | null,
          locale: row[REST + 3] as string | null,
          attributes: row[ATTRIBUTES] === '{}' ? {} : (JSON.parse(row[ATTRIBUTES] as string) as JsonObject),
        },
        connection: {
          channel: row[REST + 4] as string,
          externalId: row[REST + 5] as string,
          versionId: row[REST + 6] as string | null,
        },
        queues: loadQueues.all(key.workspaceId).map(([name, isDefault]) => ({ key: name as string, isDefault: isDefault === 1 })),
        agent: agent
          ? { capacity: agent[0] as number, load: agent[1] as number, queues: JSON.parse(agent[2] as string) as string[] }
          : null,
      };
    },
    shelve(loaded, flows) {
      for (const versionId of versionsOf(loaded)) {
        if (flows.has(versionId)) continue;
        const row = loadFlow.get(loaded.key.workspaceId, versionId);
        if (row) flows.put(versionId, { document: row[0] as string, compiled: row[1] as string | null });
      }
    },
    calendars(loaded, flows) {
      const keys = new Set(versionsOf(loaded).flatMap((versionId) => (flows.get(versionId)?.facts ?? []).filter((fact) => fact.startsWith(CALENDAR)).map((fact) => fact.slice(CALENDAR.length))));
      const found = [...keys].flatMap((key) => {
        const row = loadCalendar.get(loaded.key.workspaceId, key);
        return row ? [[key, calendarFromRow(key, row)] as const] : [];
      });
      return Object.fromEntries(found);
    },
    knowledge(loaded, flows) {
      if (!versionsOf(loaded).some((versionId) => flows.get(versionId)?.facts.includes('knowledge'))) return null;
      const { workspaceId } = loaded.key;
      return { workspaceId, version: articles.version(workspaceId), languages: languagesOf(loaded), articles: () => articles.all(workspaceId) };
    },
  };
}

const CALENDAR = 'calendars.';

/** The flows this turn may run. */
function versionsOf({ session, connection, begins }: Loaded): string[] {
  return [...new Set([session?.flowVersionId, connection.versionId, begins])].filter((id) => id !== undefined && id !== null);
}

/** A running session speaks the language it began in; a new one the conversation's. */
function languagesOf({ conversation, session }: Loaded): string[] {
  return [...new Set([conversation.language, ...(session?.state.frames ?? []).map(({ context }) => context.language)])];
}

function calendarFromRow(key: string, [name, timeZone, spans, holidays]: SqlRow): Calendar {
  return {
    key,
    name: JSON.parse(name as string) as Calendar['name'],
    timeZone: timeZone as string,
    spans: JSON.parse(spans as string) as Calendar['spans'],
    holidays: JSON.parse(holidays as string) as Calendar['holidays'],
  };
}

function caseFromRow(row: SqlRow): CaseRecord | null {
  if (row[CASE] === null) return null;
  return {
    number: row[CASE] as number,
    openedAt: row[CASE + 1] as number,
    firstReplyAt: row[CASE + 2] as number | null,
    firstAgentAt: row[CASE + 3] as number | null,
    handedOffAt: row[CASE + 4] as number | null,
    closedAt: row[CASE + 5] as number | null,
    handledBy: row[CASE + 6] as CaseRecord['handledBy'],
    closedBy: row[CASE + 7] as CaseRecord['closedBy'],
    disposition: row[CASE + 8] as string | null,
    flowVersionId: row[CASE + 9] as string | null,
  };
}

function sessionFromRow(row: SqlRow): SessionRecord | null {
  if (row[SESSION] === null) return null;
  return {
    id: row[SESSION] as string,
    caseNumber: row[SESSION + 1] as number,
    flowVersionId: row[SESSION + 2] as string,
    compiler: row[SESSION + 3] as string,
    state: JSON.parse(row[SESSION + 4] as string) as SessionState,
    startedAt: row[SESSION + 5] as number,
    endedAt: row[SESSION + 6] as number | null,
  };
}
