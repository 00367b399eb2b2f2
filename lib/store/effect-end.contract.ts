import { describe, expect, it } from 'vitest';
import type { RuntimeEvent } from '@/lib/runtime/runtime-types';
import { plainProgram } from './testing/plain-program';
import { seedWorkspace } from './testing/seed-workspace';
import type { StoreUnderTest } from './turn-store.contract';

const NOW = 1_767_600_000_000;

/** What every turn store must do with an effect's end. Run by each adapter's test on its own database. */
export function effectEndContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the end of an effect: ${name}`, () => {
    it('is noted in the turn that hears it: a crash before its mark asks nobody again', async () => {
      const { turns, admin, remove } = await open();
      try {
        const { workspaceId, connectionId } = await seedWorkspace(admin, 'one');
        const key = { workspaceId, conversationId: 'c' };
        await turns.openConversation({ workspaceId, connectionId, externalId: 'v', language: 'en' }, { profileId: 'p', identityId: 'i', conversationId: 'c' }, NOW);
        const program = plainProgram(() => NOW);
        const deliver = (event: RuntimeEvent) => turns.deliver(key, event, program);
        const claim = async () => (await turns.claimOutbox(NOW, 10)).map(({ id }) => id);
        for (const said of ['a', 'b']) await deliver({ key: said, type: 'customer.message', text: 'outbox' });
        expect(await claim()).toEqual(['a:out']);
        await deliver({ key: 'failed:a', type: 'effect.failed', effectId: 'a:out', error: { code: 'rejected', message: 'no' } });
        await turns.releaseClaims();
        expect(await claim()).toEqual(['b:out']);
        await deliver({ key: 'done:b', type: 'effect.succeeded', effectId: 'b:out', result: null });
        const rows = await admin.outbox.findMany({ where: key, orderBy: { seq: 'asc' } });
        expect(rows.map(({ state, doneAt, lastError }) => [state, Number(doneAt), lastError])).toEqual([['dead', NOW, 'no'], ['done', NOW, null]]);
        // Nor does a dispatcher that could not note its own mark.
        for (const { id } of rows) await turns.finishOutbox({ ...key, id, seq: 1, kind: 'message.send', payload: {}, attempts: 1 }, { kind: 'retry', at: NOW, error: 'late' }, NOW);
        expect(await claim()).toEqual([]);
      } finally {
        await remove();
      }
    });
  });
}
