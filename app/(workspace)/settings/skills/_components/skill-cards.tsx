'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SkillMatrix } from '@/lib/api/view-models';
import { Avatar } from '@/lib/ui/avatar';
import { useNameOf } from '../../_logic/use-name-of';
import { LevelButtons } from './level-buttons';
import type { SkillGridProps } from './skill-grid';
import { SkillMenu } from './skill-menu';

/** The matrix on a phone: the skills, then one person after the other, opened to be rated. */
export function SkillCards({ skills, agents, onLevel, onAct }: Omit<SkillGridProps, 'queues'>) {
  const nameOf = useNameOf();
  return (
    <div className="md:hidden">
      <div className="mb-3 flex flex-wrap gap-1">
        {skills.map((skill) => <SkillMenu key={skill.key} name={nameOf(skill)} onAct={(act) => onAct(act, skill.key)} />)}
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        {agents.map((agent) => <AgentSkills key={agent.id} agent={agent} skills={skills} onLevel={onLevel} />)}
      </div>
    </div>
  );
}

function AgentSkills({ agent, skills, onLevel }: Pick<SkillGridProps, 'skills' | 'onLevel'> & { agent: SkillMatrix['agents'][number] }) {
  const t = useTranslations('settings.skills');
  const nameOf = useNameOf();
  const held = skills.filter(({ key }) => (agent.levels[key] ?? 0) > 0).length;
  return (
    <details className="group border-b border-line last:border-b-0">
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 px-4 outline-offset-[-2px] [&::-webkit-details-marker]:hidden">
        <Avatar name={agent.name} size={28} presence={agent.presence} />
        <span className="min-w-0 flex-1 text-sm text-ink [overflow-wrap:anywhere]">{t('agent', { name: agent.name, held })}</span>
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-ink-3 group-open:rotate-180" />
      </summary>
      <div className="space-y-3 px-4 pb-4">
        {skills.map((skill) => (
          <div key={skill.key}>
            <p className="mb-1 text-xs font-label text-ink-2">{nameOf(skill)}</p>
            <LevelButtons label={t('editing', { name: agent.name, skill: nameOf(skill) })} level={agent.levels[skill.key] ?? 0} onLevel={(level) => onLevel(agent.id, skill.key, level)} />
          </div>
        ))}
      </div>
    </details>
  );
}
