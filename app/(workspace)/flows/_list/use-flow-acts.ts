'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FlowCard } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC, useTRPCClient } from '../../../_trpc/provider';
import { downloadDocument } from '../_files/download-document';

const LONGEST_NAME = 120;

/** The acts of the list. Each says what it did, offers to undo it where it can be, and why it could not be done. */
export function useFlowActs() {
  const t = useTranslations('flows.acts');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();

  const act = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const code = errorCode(error);
      toast(errors(errors.has(code) ? code : 'internal'), { tone: 'failed' });
    }
    await queries.invalidateQueries(trpc.flows.list.pathFilter());
  };
  const restore = (flow: FlowCard): Promise<void> =>
    act(async () => {
      await client.flows.archive.mutate({ id: flow.id, archived: false });
      toast(t('restored', { name: flow.name }));
    });

  return {
    rename: (flow: FlowCard, name: string) => void act(async () => void (await client.flows.rename.mutate({ id: flow.id, name }))),
    duplicate: (flow: FlowCard) =>
      void act(async () => {
        const name = t('copyOf', { name: flow.name }).slice(0, LONGEST_NAME);
        await client.flows.duplicate.mutate({ id: flow.id, name });
        toast(t('duplicated', { name }));
      }),
    download: (flow: FlowCard) => void act(async () => downloadDocument((await client.flows.get.query({ id: flow.id })).document)),
    archive: (flow: FlowCard) => {
      if (flow.connections.length > 0) {
        toast(t('connected', { name: flow.name, channels: flow.connections.join(', ') }), { tone: 'failed' });
        return;
      }
      void act(async () => {
        await client.flows.archive.mutate({ id: flow.id, archived: true });
        toast(t('archived', { name: flow.name, conversations: flow.activeConversations }), { action: { label: common('undo'), onAction: () => void restore(flow) } });
      });
    },
    restore: (flow: FlowCard) => void restore(flow),
  };
}
