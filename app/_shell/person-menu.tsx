'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { LogOut } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Avatar } from '@/lib/ui/avatar';
import { Menu, type MenuEntry } from '@/lib/ui/menu';
import { PresenceDot } from '@/lib/ui/presence-dot';
import { toast } from '@/lib/ui/toast';
import { LOCALES, toAppLocale } from '@/lib/i18n/locales';
import { useTRPC } from '../_trpc/context';
import { errorCode } from '../_trpc/error-code';
import { useLive, useMarkStale } from '../_trpc/live';
import type { ShellProps } from './shell';
import { signOut, unsentFlows } from './sign-out';
import { SignOutDialog } from './sign-out-dialog';
import { setSingleKeys, singleKeysOn } from './single-keys';
import { usePreferences } from './use-preferences';

const PRESENCES = ['available', 'away', 'offline'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** The person: presence, places that did not fit the bar, language, appearance, sign out. */
export function PersonMenu({ person, theme: initialTheme, form, places = [] }: Pick<ShellProps, 'person' | 'theme'> & { form: 'rail' | 'bar'; places?: ShellProps['places'] }) {
  const router = useRouter();
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { theme, setTheme, setLocale } = usePreferences(initialTheme);
  const markStale = useMarkStale();
  const me = useQuery(trpc.session.me.queryOptions());
  useLive((event) => {
    if (event.kind === 'presence') markStale(trpc.session.me.pathFilter());
  });
  const setPresence = useMutation(
    trpc.presence.set.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.session.me.queryFilter()),
      onError(error) {
        const code = errorCode(error);
        toast(errors(errors.has(code) ? code : 'internal'), { tone: 'failed' });
      },
    }),
  );
  // Read when the menu opens: the server does not know what this browser keeps.
  const [keys, setKeys] = useState(true);
  const [unsent, setUnsent] = useState(0);
  const agent = me.data?.agent ?? null;
  const userId = me.data?.user.id;
  const leave = async (): Promise<void> => {
    const flows = userId === undefined ? 0 : await unsentFlows(userId);
    if (flows > 0) setUnsent(flows);
    else await signOut(userId);
  };

  const entries: MenuEntry[] = [
    { kind: 'heading', key: 'who', label: <Who name={person.name} email={me.data?.user.email} /> },
    ...(agent
      ? ([
          { kind: 'separator', key: 'before-presence' },
          {
            kind: 'radio', key: 'presence', label: t('account.presence'), value: agent.presence,
            onValueChange: (presence) => setPresence.mutate({ presence: presence as (typeof PRESENCES)[number] }),
            options: PRESENCES.map((value) => ({ value, label: common(`presence.${value}`), icon: <PresenceDot presence={value} /> })),
          },
        ] satisfies MenuEntry[])
      : []),
    ...(places.length > 0 ? [{ kind: 'separator', key: 'before-places' } satisfies MenuEntry] : []),
    ...places.map(({ key, href }): MenuEntry => ({ key, label: t(`places.${key}`), onSelect: () => router.push(href) })),
    { kind: 'separator', key: 'before-language' },
    {
      kind: 'radio', key: 'language', label: t('account.language'), value: locale,
      onValueChange: (next) => setLocale(toAppLocale(next)),
      options: LOCALES.map((value) => ({ value, label: common(`languages.${value}`), lang: value })),
    },
    { kind: 'separator', key: 'before-theme' },
    {
      kind: 'radio', key: 'theme', label: t('account.theme'), value: theme,
      onValueChange: (next) => setTheme(next as (typeof THEMES)[number]),
      options: THEMES.map((value) => ({ value, label: t(`theme.${value}`) })),
    },
    { kind: 'separator', key: 'before-keys' },
    {
      kind: 'switch', key: 'keys', label: t('account.singleKeys'), checked: keys,
      onCheckedChange: (on) => {
        setSingleKeys(on);
        setKeys(on);
      },
    },
    { kind: 'separator', key: 'before-sign-out' },
    { key: 'sign-out', label: t('account.signOut'), icon: <LogOut aria-hidden size={16} strokeWidth={1.75} />, onSelect: () => void leave() },
  ];

  return (
    <>
      <Menu
        entries={entries}
        onOpenChange={(open) => open && setKeys(singleKeysOn())}
        side={form === 'rail' ? 'right' : 'top'}
        align="end"
        className="w-56"
        trigger={
          <button
            type="button"
            aria-label={t('account.open', { name: person.name })}
            className={clsx('flex items-center justify-center rounded-md text-ink-2 -outline-offset-2', form === 'rail' ? 'h-12 w-14 hover:bg-sunken' : 'min-h-14 min-w-16 flex-1 flex-col gap-1 text-xs')}
          >
            <Avatar name={person.name} size={form === 'rail' ? 32 : 24} {...(agent && { presence: agent.presence })} />
            {form === 'bar' ? <span aria-hidden>{t('account.more')}</span> : null}
          </button>
        }
      />
      {unsent > 0 && <SignOutDialog flows={unsent} onStay={() => setUnsent(0)} onLeave={() => void signOut(userId)} />}
    </>
  );
}

function Who({ name, email }: { name: string; email: string | undefined }) {
  return (
    <span className="flex flex-col">
      <span className="text-sm font-strong text-ink">{name}</span>
      <span className="min-h-4 truncate text-xs text-ink-3">{email}</span>
    </span>
  );
}
