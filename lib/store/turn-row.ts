import type { Calendar } from '@/flows/calendars/calendar';
import type { JsonObject } from '@/flows/document/json';
import type { SessionState } from '@/flows/engine/engine-types';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { CONVERSATION_COLUMNS, conversationFromRow } from './conversation-row';
import type { SqlRow } from './sql-value';
import type { CaseRecord, FlowShelf, SessionRecord, TurnInput } from './turn-records';

/** A turn's input before the event has its place. */
export type Loaded = Omit<TurnInput, 'event' | 'seq' | 'now' | 'calendars' | 'knowledge'> & {
  /** The version that the event begins, where it names one. */
  begins: string | null;
};

const CASE = CONVERSATION_COLUMNS.length;
const SESSION = CASE + 10;
const REST = SESSION + 7;
const ATTRIBUTES = REST + 7;
/** Where the columns begin that an adapter adds. */
export const ADDED = ATTRIBUTES + 1;

/** One row holds all that every turn needs: one statement with six look-ups by primary key instead of six statements. */
export const loadTurnSql = (workspaceId: string, conversationId: string, added: readonly string[] = []): string => `SELECT ${CONVERSATION_COLUMNS.map((name) => `c."${name}"`).join(', ')},
    k."number", k."openedAt", k."firstReplyAt", k."firstAgentAt", k."handedOffAt", k."closedAt", k."handledBy", k."closedBy",
    k."disposition", k."flowVersionId",
    s."id", s."caseNumber", s."flowVersionId", s."compiler", s."state", s."startedAt", s."endedAt",
    p."name", p."email", p."phone", p."locale", n."channel", i."externalId",
    CASE WHEN f."archivedAt" IS NULL THEN f."publishedVersionId" END, p."attributes"${added.map((column) => `, ${column}`).join('')}
  FROM "Conversation" c
  JOIN "Identity" i ON i."workspaceId" = c."workspaceId" AND i."id" = c."identityId"
  JOIN "Profile" p ON p."workspaceId" = c."workspaceId" AND p."id" = c."profileId"
  JOIN "ChannelConnection" n ON n."workspaceId" = c."workspaceId" AND n."id" = c."connectionId"
  LEFT JOIN "Flow" f ON f."workspaceId" = c."workspaceId" AND f."id" = n."flowId"
  LEFT JOIN "Case" k ON k."workspaceId" = c."workspaceId" AND k."conversationId" = c."id" AND k."number" = c."caseNumber"
  LEFT JOIN "FlowSession" s ON s."workspaceId" = c."workspaceId" AND s."id" = c."sessionId"
  WHERE c."workspaceId" = ${workspaceId} AND c."id" = ${conversationId}`;

/** The loaded part of a turn's input, from a row of {@link loadTurnSql}. */
export function loadedFromRow(key: ConversationKey, event: RuntimeEvent, row: SqlRow, queues: Loaded['queues'], agent: Loaded['agent']): Loaded {
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
    queues,
    agent,
  };
}

const CALENDAR = 'calendars.';

/** Keys of the calendars that the flows on the shelf read in this turn. */
export function calendarsOf(loaded: Loaded, flows: FlowShelf): string[] {
  const facts = versionsOf(loaded).flatMap((versionId) => flows.get(versionId)?.facts ?? []);
  return [...new Set(facts.filter((fact) => fact.startsWith(CALENDAR)).map((fact) => fact.slice(CALENDAR.length)))];
}

/** Whether a flow on the shelf searches the articles in this turn. */
export function searches(loaded: Loaded, flows: FlowShelf): boolean {
  return versionsOf(loaded).some((versionId) => flows.get(versionId)?.facts.includes('knowledge'));
}

/** The flows this turn may run. */
export function versionsOf({ session, connection, begins }: Loaded): string[] {
  return [...new Set([session?.flowVersionId, connection.versionId, begins])].filter((id) => id !== undefined && id !== null);
}

/** A running session speaks the language it began in; a new one the conversation's. */
export function languagesOf({ conversation, session }: Loaded): string[] {
  return [...new Set([conversation.language, ...(session?.state.frames ?? []).map(({ context }) => context.language)])];
}

export function calendarFromRow(key: string, [name, timeZone, spans, holidays]: SqlRow): Calendar {
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
