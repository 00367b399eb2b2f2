import { groupBy } from './group-by';

/** Reads by plain SQL that SQLite and PostgreSQL both understand. Numbers may come as number, bigint or text. */
export type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

type Kind = 'text' | 'number' | 'text?' | 'number?';
type Columns = Readonly<Record<string, Kind>>;
type Value<K extends Kind> = K extends 'text' ? string : K extends 'number' ? number : K extends 'text?' ? string | null : number | null;
type Row<C extends Columns> = { readonly [K in keyof C]: Value<C[K]> };

/** The columns the checker reads, as the schema has them. Kept here by hand: it shares no code with what it checks. */
const TABLES = {
  Conversation: {
    workspaceId: 'text', id: 'text', connectionId: 'text', owner: 'text', epoch: 'number', caseNumber: 'number', segmentNumber: 'number', sessionNumber: 'number',
    inboundSeq: 'number', drainedSeq: 'number', messageSeq: 'number', eventSeq: 'number', outboxSeq: 'number',
  },
  ChannelConnection: { workspaceId: 'text', id: 'text', channel: 'text' },
  Case: { workspaceId: 'text', conversationId: 'text', number: 'number' },
  Segment: { workspaceId: 'text', conversationId: 'text', number: 'number' },
  InboundEvent: {
    workspaceId: 'text', conversationId: 'text', seq: 'number', key: 'text', type: 'text', payload: 'text', receivedAt: 'number', processedAt: 'number?',
    outcome: 'text?', quarantinedAt: 'number?',
  },
  Message: { workspaceId: 'text', conversationId: 'text', seq: 'number', id: 'text', author: 'text', content: 'text', epoch: 'number' },
  ConversationEvent: { workspaceId: 'text', conversationId: 'text?', seq: 'number', messageSeq: 'number', type: 'text', epoch: 'number', params: 'text', at: 'number' },
  Outbox: {
    workspaceId: 'text', id: 'text', conversationId: 'text', seq: 'number', kind: 'text', payload: 'text', epoch: 'number', state: 'text', markedAt: 'number?', doneAt: 'number?',
  },
  Timer: { workspaceId: 'text', conversationId: 'text', sessionId: 'text', timerId: 'text', generation: 'number', fireAt: 'number' },
  FlowSession: { workspaceId: 'text', id: 'text', conversationId: 'text', flowVersionId: 'text', state: 'text', status: 'text', endedAt: 'number?' },
  StepLog: {
    workspaceId: 'text', sessionId: 'text', seq: 'number', conversationId: 'text', inboundSeq: 'number', flowVersionId: 'text', rng: 'number', event: 'text', facts: 'text',
    effects: 'text', trace: 'text', at: 'number',
  },
  FlowVersion: { workspaceId: 'text', id: 'text', document: 'text' },
} as const satisfies Record<string, Columns>;

type Tables = { readonly [T in keyof typeof TABLES]: readonly Row<(typeof TABLES)[T]>[] };
export type RowOf<T extends keyof Tables> = Tables[T][number];

/** What belongs to one conversation, each list in the order of its sequence. */
export interface ConversationRows {
  /** For the report. */
  name: string;
  conversation: RowOf<'Conversation'>;
  channel: string;
  cases: RowOf<'Case'>[];
  segments: RowOf<'Segment'>[];
  inbound: RowOf<'InboundEvent'>[];
  messages: RowOf<'Message'>[];
  events: RowOf<'ConversationEvent'>[];
  outbox: RowOf<'Outbox'>[];
  timers: RowOf<'Timer'>[];
  /** In the order they began, with the steps of each. */
  sessions: { session: RowOf<'FlowSession'>; steps: RowOf<'StepLog'>[] }[];
}

export interface Database {
  conversations: ConversationRows[];
  /** Documents of the published versions, by workspace and version. */
  versions: ReadonlyMap<string, string>;
}

/** The whole database at rest, or at least of one moment: the caller sees to that. */
export async function readDatabase(query: Query): Promise<Database> {
  const entries = await Promise.all(Object.entries(TABLES).map(async ([table, columns]) => [table, await readTable(query, table, columns)] as const));
  const tables = Object.fromEntries(entries) as unknown as Tables;
  const channels = new Map(tables.ChannelConnection.map((row) => [`${row.workspaceId} ${row.id}`, row.channel]));
  const of = byConversation(tables);
  return {
    versions: new Map(tables.FlowVersion.map(({ workspaceId, id, document }) => [`${workspaceId} ${id}`, document])),
    conversations: tables.Conversation.map((conversation) => {
      const name = `${conversation.workspaceId} ${conversation.id}`;
      const steps = groupBy(of.StepLog.get(name) ?? [], ({ sessionId }) => sessionId);
      return {
        name,
        conversation,
        channel: channels.get(`${conversation.workspaceId} ${conversation.connectionId}`) ?? '',
        cases: of.Case.get(name) ?? [],
        segments: of.Segment.get(name) ?? [],
        inbound: of.InboundEvent.get(name) ?? [],
        messages: of.Message.get(name) ?? [],
        events: of.ConversationEvent.get(name) ?? [],
        outbox: of.Outbox.get(name) ?? [],
        timers: of.Timer.get(name) ?? [],
        sessions: (of.FlowSession.get(name) ?? [])
          .map((session) => ({ session, steps: steps.get(session.id) ?? [] }))
          .sort((a, b) => (a.steps[0]?.inboundSeq ?? 0) - (b.steps[0]?.inboundSeq ?? 0)),
      };
    }),
  };
}

function byConversation(tables: Tables) {
  const group = <T extends { workspaceId: string; conversationId: string | null }>(rows: readonly T[]): Map<string, T[]> =>
    groupBy(rows, ({ workspaceId, conversationId }) => `${workspaceId} ${conversationId ?? ''}`);
  return {
    Case: group(tables.Case), Segment: group(tables.Segment), InboundEvent: group(tables.InboundEvent), Message: group(tables.Message), Outbox: group(tables.Outbox),
    ConversationEvent: group(tables.ConversationEvent), Timer: group(tables.Timer), FlowSession: group(tables.FlowSession), StepLog: group(tables.StepLog),
  };
}

async function readTable(query: Query, table: string, columns: Columns): Promise<unknown[]> {
  const order = ['seq', 'number'].find((name) => name in columns);
  const names = Object.keys(columns).map((name) => `"${name}"`).join(', ');
  const rows = await query(`SELECT ${names} FROM "${table}"${order === undefined ? '' : ` ORDER BY "${order}"`}`);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([name, kind]) => [name, kind.startsWith('number') && row[name] !== null ? Number(row[name]) : row[name]])),
  );
}
