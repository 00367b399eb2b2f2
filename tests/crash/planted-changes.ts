import type { Broken } from './broken';
import type { Change } from './build-child';

/** The text of each mistake that is one of a statement or a condition, where no wrapper around the program reaches. */
export const CHANGES: Readonly<Partial<Record<Broken, readonly Change[]>>> = {
  'no-version': [{ file: 'lib/store/postgres/turn-statement.ts', from: 'AND "version" = $3 RETURNING 1', to: 'AND $3::bigint IS NOT NULL RETURNING 1' }],
  'any-message-next': [{ file: 'lib/store/sqlite/outbox-table.ts', from: `AND (o."kind" <> 'message.send' OR NOT EXISTS (`, to: 'AND (1 OR NOT EXISTS (' }],
  'no-epoch': [{ file: 'lib/store/sqlite/outbox-table.ts', from: '(row[7] as number) < (row[8] as number)', to: 'false' }],
  'no-generation': [
    { file: 'lib/runtime/turn/world-turn.ts', from: 'if (live !== generation || !mayHear', to: 'if (!mayHear' },
    { file: 'flows/engine/step.ts', from: 'state.timers[event.timerId] !== event.generation', to: 'false' },
  ],
  'no-bound': [{ file: 'lib/runtime/admission/admission.ts', from: 'waiting: 2048, waitingInWorkspace: 1536, waitingInConversation: 128', to: 'waiting: Infinity, waitingInWorkspace: Infinity, waitingInConversation: Infinity' }],
  'no-savepoint': [{ file: 'lib/store/sqlite/deliveries.ts', from: 'ROLLBACK TO turn; RELEASE turn', to: 'RELEASE turn' }],
};
