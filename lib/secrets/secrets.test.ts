import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestProgram, type TestProgram } from '@/lib/server/testing/test-program';
import { createSeal } from './seal';
import { secretOf } from './secret-of';

describe('a seal', () => {
  const seal = createSeal('x'.repeat(40));
  const place = { workspaceId: 'one', key: 'house' };

  it('gives back what it closed, and never the same twice', () => {
    const sealed = seal.close(place, 'sésame');
    expect(seal.open(place, sealed)).toBe('sésame');
    expect(seal.close(place, 'sésame')).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('same');
  });

  it('opens nothing for another workspace, another key, another installation, or when a bit was changed', () => {
    const sealed = seal.close(place, 'sesame');
    const changed = Buffer.from(sealed, 'base64');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => seal.open({ ...place, workspaceId: 'two' }, sealed)).toThrow();
    expect(() => seal.open({ ...place, key: 'other' }, sealed)).toThrow();
    expect(() => createSeal('y'.repeat(40)).open(place, sealed)).toThrow();
    expect(() => seal.open(place, changed.toString('base64'))).toThrow();
  });
});

describe('secrets of a workspace', () => {
  let relais: TestProgram;
  beforeAll(async () => {
    relais = await startTestProgram();
  });
  afterAll(() => relais.stop());

  it('are stored sealed, listed without their value, and kept while a flow names them', async () => {
    const api = await relais.api('ines@a.example');
    const { id: workspaceId } = relais.workspaces.a;
    const { admin } = relais.program.store;
    await api.secrets.create({ key: 'house', name: 'Boutique', value: 'sesame-ouvre-toi' });
    await expect(api.secrets.create({ key: 'house', name: 'Encore', value: 'sesame-ouvre-toi' })).rejects.toMatchObject({ cause: { code: 'key-taken' } });
    expect(JSON.stringify(await api.secrets.list())).not.toContain('sesame');
    expect(JSON.stringify([await admin.secret.findMany(), await admin.auditEntry.findMany()], (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))).not.toContain('sesame');
    const { id } = await api.flows.import({ text: JSON.stringify(flowNaming('house')), references: [] });
    await expect(api.secrets.remove({ key: 'house' })).rejects.toMatchObject({ cause: { code: 'in-use', data: { flows: [{ flowId: id, draft: 1 }] } } });
    await api.secrets.save({ key: 'house', name: 'La boutique' });
    await api.secrets.save({ key: 'house', name: 'La boutique', value: 'another-sesame' });
    await api.flows.archive({ id, archived: true });
    await api.secrets.remove({ key: 'house' });
    await expect(api.secrets.save({ key: 'house', name: 'x' })).rejects.toMatchObject({ cause: { code: 'secret-gone' } });
    expect(await admin.secret.count({ where: { workspaceId } })).toBe(0);
  });

  it('must be there before a flow that names one is published, and are named to those who draw flows only', async () => {
    const api = await relais.api('ines@a.example');
    const { id } = await api.flows.import({ text: JSON.stringify(flowNaming('depot')), references: [] });
    const found = async (): Promise<{ code: string; node?: string; params: { key?: unknown } }[]> => {
      const refused: unknown = await api.flows.publish({ id, revision: 0 }).catch((error: unknown) => error);
      return (refused as { cause: { data: { diagnostics: { code: string; params: { key?: unknown } }[] } } }).cause.data.diagnostics;
    };
    expect(await found()).toContainEqual(expect.objectContaining({ code: 'unknown-secret', severity: 'error', node: 'look', path: ['headers', 0, 'value'], params: expect.objectContaining({ key: 'depot' }) as unknown }));
    await api.secrets.create({ key: 'depot', name: 'Entrepôt', value: 'sesame-ouvre-toi' });
    expect((await found()).map(({ code }) => code)).not.toContain('unknown-secret');
    expect((await api.workspace.references()).secrets).toEqual([{ key: 'depot', name: 'Entrepôt' }]);
    const { email } = await relais.program.store.admin.user.findFirstOrThrow({ where: { memberships: { some: { workspaceId: relais.workspaces.a.id, roles: { every: { role: 'agent' }, some: {} } } } } });
    expect((await (await relais.api(email)).workspace.references()).secrets).toEqual([]);
  });

  it('are read for the one who sends, of his workspace only', async () => {
    const seal = createSeal('x'.repeat(40));
    const { admin } = relais.program.store;
    const { id: workspaceId } = relais.workspaces.a;
    await admin.secret.create({ data: { workspaceId, key: 'read', name: '', sealed: seal.close({ workspaceId, key: 'read' }, 'sesame'), updatedAt: 0n, updatedBy: '' } });
    const read = secretOf(admin, seal);
    expect(await read(workspaceId, 'read')).toBe('sesame');
    expect(await read(relais.workspaces.b.id, 'read')).toBeNull();
  });
});

function flowNaming(key: string): unknown {
  const node = (id: string, type: string, data: unknown) => ({ id, type, version: 1, title: { fr: id }, position: { x: 0, y: 0 }, data });
  return {
    format: 1, name: 'Suivi', languages: ['fr'], triggers: [], listeners: [], variables: [],
    nodes: {
      start: node('start', 'start', {}),
      look: node('look', 'http-request', {
        method: 'GET', url: 'https://shop.example.com/', query: [], headers: [{ name: 'Authorization', value: `Bearer {{ secrets.${key} }}` }], body: { kind: 'none' }, keep: [], success: [], statuses: [], timeout: 10, keyed: false,
      }),
    },
    edges: { 'start/next': { from: 'start', port: 'next', to: 'look' } },
  };
}
