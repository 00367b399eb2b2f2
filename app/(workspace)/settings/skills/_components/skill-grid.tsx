'use client';

import { clsx } from 'clsx';
import { CircleX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { SkillMatrix } from '@/lib/api/view-models';
import { Avatar } from '@/lib/ui/avatar';
import { useNameOf } from '../../_logic/use-name-of';
import { LevelBar } from './level-bar';
import { LevelMeter } from './level-meter';
import { moveInGrid } from './move-in-grid';
import { SkillMenu } from './skill-menu';

export interface SkillGridProps {
  skills: SkillMatrix['skills'];
  agents: SkillMatrix['agents'];
  queues: SkillMatrix['queues'];
  onLevel: (userId: string, key: string, level: number) => void;
  onAct: (act: 'rename' | 'delete', key: string) => void;
}

/** The matrix of a wide window: one cell has the focus, arrows move it, 0 to 5 rate it. */
export function SkillGrid({ skills, agents, queues, onLevel, onAct }: SkillGridProps) {
  const t = useTranslations('settings.skills');
  const nameOf = useNameOf();
  const [at, setAt] = useState<{ row: number; column: number }>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const row = Math.min(at.row, agents.length - 1);
  const column = Math.min(at.column, skills.length - 1);
  const [agent, skill] = [agents[row], skills[column]];

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !agent || !skill) return;
    if (/^[0-5]$/.test(event.key)) onLevel(agent.id, skill.key, Number(event.key));
    else {
      const next = moveInGrid(event.key, { row, column }, { rows: agents.length, columns: skills.length });
      if (!next) return;
      setAt(next);
      table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
    }
    event.preventDefault();
  };

  return (
    <div className="max-md:hidden">
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table ref={table} className="w-full border-collapse text-sm">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr className="h-11 border-b border-line">
              <th scope="col" className="px-3 pl-4 text-left text-xs font-label text-ink-3">{t('person')}</th>
              {skills.map((entry) => <th key={entry.key} scope="col" className="px-1 text-center font-normal"><SkillMenu name={nameOf(entry)} onAct={(act) => onAct(act, entry.key)} /></th>)}
              <th scope="col" className="px-3 text-left text-xs font-label text-ink-3">{t('queues')}</th>
              <th scope="col" className="px-3 pr-4 text-right text-xs font-label text-ink-3">{t('slots')}</th>
            </tr>
          </thead>
          <tbody>
            {agents.map((person, personAt) => (
              <tr key={person.id} className="h-13 border-b border-line">
                <th scope="row" className="px-3 pl-4 text-left font-medium text-ink">
                  <span className="flex items-center gap-2.5"><Avatar name={person.name} size={28} presence={person.presence} /><span className="[overflow-wrap:anywhere]">{person.name}</span></span>
                </th>
                {skills.map((entry, skillAt) => {
                  const level = person.levels[entry.key] ?? 0;
                  const here = personAt === row && skillAt === column;
                  return (
                    <td key={entry.key} className="px-1 text-center">
                      <button
                        type="button"
                        data-cell={`${personAt} ${skillAt}`}
                        tabIndex={here ? 0 : -1}
                        aria-label={t('cell', { name: person.name, skill: nameOf(entry), level: String(level) })}
                        aria-current={here || undefined}
                        onFocus={() => setAt({ row: personAt, column: skillAt })}
                        onKeyDown={onKey}
                        className={clsx('inline-flex h-10 w-16 items-center justify-center rounded-md border hover:bg-sunken', here ? 'border-accent' : 'border-transparent')}
                      >
                        <LevelMeter level={level} />
                      </button>
                    </td>
                  );
                })}
                <td className="px-3 text-ink-2">{queues.filter(({ key }) => person.queues.includes(key)).map(nameOf).join(', ')}</td>
                <td className="tabular px-3 pr-4 text-right text-ink-2">{person.capacity}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="h-13 bg-sunken">
              <th scope="row" className="px-3 pl-4 text-left font-strong text-ink">{t('present')}<span className="block text-xs font-normal text-ink-3">{t('presentHelp')}</span></th>
              {skills.map((entry) => <td key={entry.key} className="px-1 text-center"><Present count={present(agents, entry.key)} skill={nameOf(entry)} /></td>)}
              <td colSpan={2} />
            </tr>
          </tfoot>
        </table>
      </div>
      {agent && skill ? <LevelBar agent={agent.name} skill={nameOf(skill)} level={agent.levels[skill.key] ?? 0} onLevel={(level) => onLevel(agent.id, skill.key, level)} /> : null}
    </div>
  );
}

function present(agents: SkillMatrix['agents'], key: string): number {
  return agents.filter(({ presence, levels }) => presence === 'available' && (levels[key] ?? 0) >= 3).length;
}

function Present({ count, skill }: { count: number; skill: string }) {
  const t = useTranslations('settings.skills');
  if (count > 1) return <span className="tabular font-strong text-ink">{count}</span>;
  const Icon = count === 0 ? CircleX : TriangleAlert;
  return (
    <span className={clsx('tabular inline-flex h-6 items-center gap-1.5 rounded-full bg-surface px-2.5 text-xs font-strong', count === 0 ? 'text-stop' : 'text-caution')}>
      <Icon aria-hidden size={14} strokeWidth={2} />
      {count}
      {count === 0 ? <span className="sr-only">{t('nobody', { skill })}</span> : null}
    </span>
  );
}
