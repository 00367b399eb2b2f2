'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WidgetView } from '@/lib/api/view-models';
import { useTRPC } from '../../../../../_trpc/provider';
import { COLOUR } from './widget-draft';

/** After the last key. */
const SETTLED_MS = 200;

/** What the server would tell a widget with these settings, kept up while they are typed. */
export function usePreview(settings: WidgetView['settings'], languages: readonly string[]) {
  const trpc = useTRPC();
  const { mutate, data } = useMutation(trpc.widget.preview.mutationOptions());
  const [wanted, setLanguage] = useState<string | null>(null);
  const language = wanted !== null && languages.includes(wanted) ? wanted : (languages[0] ?? 'en');
  const readable = { ...settings, accent: settings.accent !== null && COLOUR.test(settings.accent) ? settings.accent : null, sites: [] };
  const asked = JSON.stringify(readable);
  useEffect(() => {
    const timer = setTimeout(() => mutate({ settings: JSON.parse(asked) as WidgetView['settings'], language }), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [asked, language, mutate]);
  return { config: data?.config ?? null, accent: settings.accent === null || !COLOUR.test(settings.accent) ? null : (data?.accent ?? null), language, setLanguage };
}

export type Preview = ReturnType<typeof usePreview>;
