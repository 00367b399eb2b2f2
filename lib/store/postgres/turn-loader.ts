import type { ArticleRow } from '@/flows/knowledge/stored-article';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { KnowledgeNeededError } from '../knowledge-needed';
import type { SqlRow } from '../sql-value';
import type { FlowSource, TurnInput } from '../turn-records';
import { ADDED, calendarFromRow, calendarsOf, languagesOf, loadedFromRow, loadTurnSql, searches, versionsOf, type Loaded } from '../turn-row';
import type { TurnProgram } from '../turn-store';
import { readArticles } from './article-table';
import { rowOf, rowsOf, type Queryable } from './queryable';

/** What one statement knows of a conversation, for one event. */
export interface Standing {
  loaded: Loaded;
  /** Of the conversation's row: what is written is written only as long as it has not grown. */
  version: number;
  knowledgeVersion: number;
  /** Sequence, time and outcome of the event of this key, when it was accepted before. */
  known: readonly [number, number, string | null] | null;
}

const LOAD = {
  name: 'load-turn',
  text: loadTurnSql('$1', '$2', [
    'c."version"',
    '(SELECT w."knowledgeVersion" FROM "Workspace" w WHERE w."id" = c."workspaceId")',
    '(SELECT json_agg(json_build_object(\'key\', q."key", \'isDefault\', q."isDefault") ORDER BY q."key") FROM "Queue" q WHERE q."workspaceId" = c."workspaceId")',
    '(SELECT json_build_array(e."seq", e."receivedAt", e."outcome") FROM "InboundEvent" e WHERE e."workspaceId" = c."workspaceId" AND e."conversationId" = c."id" AND e."key" = $3)',
    `CASE WHEN $4::text IS NOT NULL THEN (SELECT json_build_object(
        'capacity', a."capacity",
        'load', (SELECT count(*) FROM "Conversation" x WHERE x."workspaceId" = a."workspaceId" AND x."agentId" = a."userId" AND x."owner" = 'agent' AND x."id" <> c."id")
          + (SELECT count(*) FROM "Conversation" x WHERE x."workspaceId" = a."workspaceId" AND x."offeredTo" = a."userId" AND x."owner" = 'queued' AND x."id" <> c."id"),
        'queues', (SELECT coalesce(json_agg(m."queueKey" ORDER BY m."queueKey"), '[]') FROM "QueueMember" m WHERE m."workspaceId" = a."workspaceId" AND m."userId" = a."userId"))
      FROM "AgentProfile" a WHERE a."workspaceId" = c."workspaceId" AND a."userId" = $4) END`,
  ]),
};

/** Undefined when there is no such conversation. */
export async function loadTurn(database: Queryable, key: ConversationKey, event: RuntimeEvent): Promise<Standing | undefined> {
  const row = await rowOf(database, LOAD, [key.workspaceId, key.conversationId, event.key, 'agentId' in event ? event.agentId : null]);
  if (!row) return undefined;
  const [version, knowledgeVersion, queues, known, agent] = row.slice(ADDED) as unknown as [number, number | null, Loaded['queues'] | null, Standing['known'], Loaded['agent']];
  return { loaded: loadedFromRow(key, event, row, queues ?? [], agent), version, knowledgeVersion: knowledgeVersion ?? 0, known };
}

const FLOW = { name: 'load-flow', text: 'SELECT "document", "compiled" FROM "FlowVersion" WHERE "workspaceId" = $1 AND "id" = $2' };
const CALENDARS = { name: 'load-calendars', text: 'SELECT "key", "name", "timeZone", "spans", "holidays" FROM "Calendar" WHERE "workspaceId" = $1 AND "key" = ANY($2)' };

/**
 * Puts what the turn needs on the program's shelves, and completes its input. When it returns, everything is at hand
 * until the next await: the shelf may let go of a flow whenever another turn brings one.
 * @throws KnowledgeNeededError
 */
export async function completeInput(database: Queryable, standing: Standing, event: RuntimeEvent, seq: number, now: number, program: TurnProgram): Promise<TurnInput> {
  const { loaded, knowledgeVersion } = standing;
  const { flows } = program;
  const { workspaceId } = loaded.key;
  const sources = new Map<string, FlowSource>();
  for (const versionId of versionsOf(loaded)) {
    if (flows.has(versionId)) continue;
    const row = await rowOf(database, FLOW, [workspaceId, versionId]);
    if (row) sources.set(versionId, { document: row[0] as string, compiled: row[1] as string | null });
  }
  const shelve = (): void => {
    for (const [versionId, source] of sources) if (!flows.has(versionId)) flows.put(versionId, source);
  };
  shelve();
  const keys = calendarsOf(loaded, flows);
  const searching = searches(loaded, flows);
  const calendars = keys.length === 0 ? [] : await rowsOf(database, CALENDARS, [workspaceId, keys]);
  const knowledge = searching ? { version: knowledgeVersion } : null;
  if (searching) await knowledgeAtHand(database, loaded, knowledgeVersion, program);
  shelve();
  return {
    ...loaded, event, seq, now, knowledge,
    calendars: Object.fromEntries(calendars.map(([key, ...row]) => [key as string, calendarFromRow(key as string, row as unknown as SqlRow)])),
  };
}

/** The shelf reads the articles at once or not at all: they are fetched when it has asked for them. */
async function knowledgeAtHand(database: Queryable, loaded: Loaded, version: number, program: TurnProgram): Promise<void> {
  const { workspaceId } = loaded.key;
  const need = { workspaceId, version, languages: languagesOf(loaded) };
  let asked = false;
  const none = (): ArticleRow[] => {
    asked = true;
    throw new Error('not fetched yet');
  };
  const there = (articles: () => ArticleRow[]): boolean => program.knowledge.has({ ...need, articles });
  try {
    if (there(none)) return;
  } catch (error) {
    if (!asked) throw error;
  }
  const articles = await readArticles(database, workspaceId);
  if (!asked || !there(() => articles)) throw new KnowledgeNeededError({ ...need, articles });
}
