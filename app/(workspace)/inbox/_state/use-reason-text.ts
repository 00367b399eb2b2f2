'use client';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/app/_trpc/provider';
import { pickText } from '@/flows/document/localized-text';
import { reasonFacts } from '../_logic/reason-facts';
import type { ReasonView } from '../_logic/view-models';

/** Why the routing chose, as a sentence: “Delivery 4, French 5, 2 of 4 slots free; Karim was full.” Null when it cannot be said. */
export function useReasonText(): (reason: ReasonView) => string | null {
  const t = useTranslations('trace');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data: references, isPending } = useQuery(trpc.workspace.references.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  const skillName = (key: string): string => pickText(references?.skills.find((skill) => skill.key === key)?.name, locale, []) || key;
  return (reason) => {
    // A skill is called by its name or not at all.
    if (isPending) return null;
    const facts = reasonFacts(reason);
    const key = `reason.${reason.code}`;
    if (!facts || !t.has(key as never)) return null;
    const others = facts.others.map(({ name, code }) => t(`other.${code}` as never, { name } as never)).join(', ');
    return t(key as never, {
      hasSkills: facts.skills.length > 0 ? 'yes' : 'no',
      skills: facts.skills.map(({ key: skill, level }) => `${skillName(skill)} ${level}`).join(', '),
      free: facts.free,
      capacity: facts.capacity,
      hasOthers: others === '' ? 'no' : 'yes',
      others,
    } as never);
  };
}
