import { expect, test } from 'vitest';
import { createLog } from '@/lib/log';
import { logInstruments } from './log-instruments';
import { turnId } from './turn-id';

test('a turn and its effect are logged under one name, with nothing but names and figures', () => {
  let output = '';
  const seen = logInstruments(createLog('debug', { write: (line) => void (output += line) }));
  const turn = turnId({ conversationId: 'c1' }, 'k 1\uD800');
  const rest = { at: 0, took: 1.234, secret: 'planted' };
  seen.turn?.({ turn, workspaceId: 'one', conversationId: 'c1', event: 'customer.message', outcome: 'done', flowVersion: 'v1', effects: ['c1.m2'], ...rest });
  seen.attempt?.({ turn, effect: 'c1.m2', kind: 'message.send', attempt: 1, result: 'retry', ...rest });
  seen.request?.({ route: 'web-chat', method: 'POST', status: 202, turn, ...rest });
  const lines = output.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => line.turn)).toEqual(Array.from({ length: 3 }, () => 'c1/k%201%EF%BF%BD'));
  expect(lines[0]).toMatchObject({ ms: 1.2, effects: ['c1.m2'] });
  expect(output).not.toContain('planted');
});
