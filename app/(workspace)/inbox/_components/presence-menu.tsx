'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { Menu } from '@/lib/ui/menu';
import type { Presence } from '../_logic/view-models';

const PRESENCES: readonly Presence[] = ['available', 'away', 'offline'];

/** Whether conversations are offered to this agent. */
export function PresenceMenu({ presence, onChange }: { presence: Presence; onChange: (presence: Presence) => void }) {
  const t = useTranslations('inbox.presence');
  return (
    <Menu
      className="w-64"
      trigger={
        <Button aria-label={t(`${presence}Label`)}>
          <Dot presence={presence} />
          <span className="max-sm:sr-only">{t(presence)}</span>
          <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="text-ink-3" />
        </Button>
      }
      entries={[
        {
          kind: 'radio',
          key: 'presence',
          label: t('label'),
          value: presence,
          onValueChange: (value) => {
            const chosen = PRESENCES.find((one) => one === value);
            if (chosen && chosen !== presence) onChange(chosen);
          },
          options: PRESENCES.map((one) => ({
            value: one,
            icon: <Dot presence={one} />,
            label: (
              <span className="block py-1">
                <span className="block">{t(one)}</span>
                <span className="block text-xs text-ink-3">{t(`${one}Help`)}</span>
              </span>
            ),
          })),
        },
      ]}
    />
  );
}

/** Disc, half disc, ring: told apart without colour. */
function Dot({ presence }: { presence: Presence }) {
  if (presence === 'available') return <span aria-hidden className="size-2.5 shrink-0 rounded-full bg-live" />;
  if (presence === 'away') return <span aria-hidden className="size-2.5 shrink-0 rounded-full border-2 border-caution-fill bg-[linear-gradient(90deg,var(--caution-fill)_50%,transparent_50%)]" />;
  return <span aria-hidden className="size-2.5 shrink-0 rounded-full border-2 border-line-control" />;
}
