/** Conversations of workspace `one` that nobody has written in yet, by number. */
export const filledId = (n: number): string => `conversation-${100_000_000 + n}`;

/**
 * Statements for SQLite and PostgreSQL alike that make `count` conversations, nine in ten of them closed, with a timer
 * far ahead in every tenth and an effect that has left in another tenth.
 */
export function fillStatements(count: number): string[] {
  const each = (table: string, columns: string, values: string, only = ''): string =>
    `INSERT INTO "${table}" (${columns.split(' ').map((name) => `"${name}"`).join(', ')})
     WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})
     SELECT ${values} FROM n ${only}`;
  const id = `'conversation-' || (100000000 + i)`;
  return [
    each('Profile', 'workspaceId id createdAt updatedAt', `'one', 'p' || ${id}, 0, 0`),
    each('Identity', 'workspaceId id profileId connectionId externalId createdAt', `'one', 'i' || ${id}, 'p' || ${id}, 'one-connection', ${id}, 0`),
    each(
      'Conversation', 'workspaceId id connectionId identityId profileId language owner createdAt updatedAt',
      `'one', ${id}, 'one-connection', 'i' || ${id}, 'p' || ${id}, 'en', CASE WHEN i % 10 = 0 THEN 'bot' ELSE 'closed' END, 0, 0`,
    ),
    each('Timer', 'workspaceId conversationId sessionId timerId generation fireAt', `'one', ${id}, ${id}, 't', 1, 4000000000000 + i`, 'WHERE i % 10 = 1'),
    each(
      'Outbox', 'workspaceId id conversationId seq kind payload epoch state nextAttemptAt createdAt doneAt',
      `'one', ${id}, ${id}, 1, 'http.request', '{}', 0, 'done', i, i, i`, 'WHERE i % 10 = 2',
    ),
  ];
}
