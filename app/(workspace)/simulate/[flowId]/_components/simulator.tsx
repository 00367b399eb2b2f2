'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { scriptSchema } from '@/flows/simulator/script';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { StudioSkeleton } from '../../../flows/[flowId]/_components/studio-skeleton';
import { rememberSimulated } from '../../_list/last-simulated';
import { useAddress } from '../_state/use-address';
import { useDraft, useVersion } from '../_state/use-source';
import type { PlayedScript } from '../_state/use-simulation';
import { SimulatorError } from './simulator-error';
import { SimulatorSession, type SimulatedSource } from './simulator-session';

/** Opens a flow to talk to: its draft or a version, the workspace's hours and articles, and the script to begin with. */
export function Simulator({ flowId }: { flowId: string }) {
  const trpc = useTRPC();
  const locale = useLocale();
  const { version, test: testId } = useAddress();
  const draft = useDraft(flowId);
  const published = useVersion(flowId, version);
  const me = useQuery(trpc.session.me.queryOptions());
  const references = useQuery(trpc.workspace.references.queryOptions());
  const calendars = useQuery(trpc.workspace.calendars.queryOptions());
  const articles = useQuery(trpc.knowledge.all.queryOptions());
  const versions = useQuery(trpc.flows.versions.queryOptions({ id: flowId }));
  const test = useQuery(trpc.tests.get.queryOptions({ id: testId ?? '' }, { enabled: testId !== null }));

  const script = useRef<PlayedScript | null>(null);
  const [held, setHeld] = useState<{ revision: number; source: SimulatedSource } | null>(null);
  const onPlayed = useCallback((played: PlayedScript) => {
    script.current = played;
  }, []);
  const fresh = draft.data;
  const sound = draft.isSuccess;
  useEffect(() => {
    if (sound) rememberSimulated(flowId);
  }, [flowId, sound]);

  // A draft that changed takes the old one's place by itself while nothing was played on it.
  const untouched = (script.current?.events.length ?? 0) === 0;
  if (fresh && version === null && (held === null || held.source.version !== null || (held.revision !== fresh.revision && untouched))) {
    setHeld({ revision: fresh.revision, source: { key: `draft ${fresh.revision}`, version: null, document: fresh.document } });
  }
  if (published.data && version !== null && held?.source.version !== version) {
    setHeld({ revision: -1, source: { key: `version ${version}`, version, document: published.data.document } });
  }

  const failed = [draft, published, me, references, calendars, articles, versions, test].find(({ isError, data }) => isError && !data);
  if (failed) return <SimulatorError code={errorCode(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!fresh || !held || held.source.version !== version || !me.data || !references.data || !calendars.data || !articles.data || !versions.data || (testId !== null && !test.data)) return <StudioSkeleton />;

  const beginning = script.current ?? opening(test.data?.script, locale);
  const changed = version === null && held.revision !== fresh.revision;
  return (
    <SimulatorSession
      key={held.source.key}
      flow={fresh}
      source={held.source}
      me={me.data}
      references={references.data}
      calendars={calendars.data}
      knowledge={articles.data}
      versions={versions.data}
      testName={test.data?.name ?? null}
      begin={beginning}
      onPlayed={onPlayed}
      onNewDraft={changed ? () => setHeld({ revision: fresh.revision, source: { key: `draft ${fresh.revision}`, version: null, document: fresh.document } }) : undefined}
    />
  );
}

/** A saved test's script, or a conversation that begins this minute. */
function opening(saved: unknown, locale: string): PlayedScript {
  const parsed = scriptSchema.safeParse(saved);
  if (parsed.success) {
    const { events, ...setting } = parsed.data;
    return { setting, events };
  }
  return { setting: { language: locale, start: `${new Date().toISOString().slice(0, 16)}:00Z` }, events: [] };
}
