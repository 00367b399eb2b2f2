'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { SkillMatrix } from '@/lib/api/view-models';
import { useTRPC } from '../../../../_trpc/provider';
import { NamedForm } from '../../_components/named-form';
import { useNameOf } from '../../_logic/use-name-of';

/** A new skill, or another name for one. */
export function SkillForm({ skill, onClose }: { skill: SkillMatrix['skills'][number] | null; onClose: () => void }) {
  const t = useTranslations('settings.skills');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const nameOf = useNameOf();
  const onSuccess = (): void => {
    void client.invalidateQueries(trpc.skills.pathFilter());
    void client.invalidateQueries(trpc.workspace.pathFilter());
    onClose();
  };
  const create = useMutation(trpc.skills.create.mutationOptions({ onSuccess }));
  const rename = useMutation(trpc.skills.rename.mutationOptions({ onSuccess }));
  const { isPending, error } = skill ? rename : create;
  return (
    <NamedForm
      title={skill ? t('renameTitle', { skill: nameOf(skill) }) : t('addTitle')}
      submit={skill ? common('save') : t('addSubmit')}
      {...(skill && { name: skill.name })}
      onSubmit={({ name, key }) => (skill ? rename.mutate({ key: skill.key, name }) : create.mutate({ name, key }))}
      onClose={onClose}
      busy={isPending}
      error={error}
    />
  );
}
