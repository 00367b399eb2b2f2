'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { SkillMatrix } from '@/lib/api/view-models';
import { Skeleton } from '@/lib/ui/skeleton';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';
import { FlowUses } from '../../_components/flow-uses';
import { useNameOf } from '../../_logic/use-name-of';

/** Says who loses the skill, or which flows still ask for it: then it cannot be deleted. */
export function DeleteSkill({ skill, onClose }: { skill: SkillMatrix['skills'][number]; onClose: () => void }) {
  const t = useTranslations('settings.skills');
  const words = useTranslations('settings.uses');
  const trpc = useTRPC();
  const client = useQueryClient();
  const name = useNameOf()(skill);
  const uses = useQuery(trpc.skills.uses.queryOptions({ key: skill.key }));
  const remove = useMutation(trpc.skills.remove.mutationOptions({
    onSuccess() {
      void client.invalidateQueries(trpc.skills.pathFilter());
      void client.invalidateQueries(trpc.workspace.pathFilter());
      toast(t('deleted', { skill: name }));
      onClose();
    },
  }));
  const { flows = [], agents = [] } = uses.data ?? {};
  return (
    <ConfirmDialog
      title={t('deleteTitle', { skill: name })}
      submit={t('deleteSubmit')}
      blocked={!uses.data || flows.length > 0}
      onSubmit={() => remove.mutate({ key: skill.key })}
      onClose={onClose}
      busy={remove.isPending}
      error={remove.error ?? uses.error}
    >
      {uses.isPending ? <div aria-busy><Skeleton className="h-10" /></div> : null}
      {flows.length > 0 ? (
        <>
          <p>{words('blocked')}</p>
          <FlowUses flows={flows} />
        </>
      ) : null}
      {uses.data && flows.length === 0 ? <p>{words('none')} {agents.length > 0 ? words('agents', { count: agents.length }) : null}</p> : null}
    </ConfirmDialog>
  );
}
