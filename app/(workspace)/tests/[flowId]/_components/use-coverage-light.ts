'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { edgeId } from '@/flows/document/flow-document';
import type { Coverage } from '@/flows/simulator/coverage';
import type { TestResult } from '@/flows/simulator/test-runner';
import type { Lit, LitNote } from '../../../flows/[flowId]/_components/canvas/lit-context';
import { placeOfFailure } from './place-of-failure';

/** How the tests light the canvas: counts on ways that were taken, a word on those that never were, failures where they are. */
export function useCoverageLight({ ports, steps }: Coverage, results: ReadonlyMap<string, TestResult>, selected: string | null): Lit {
  const t = useTranslations('tests.light');
  return useMemo(() => {
    const failures = new Map<string, number>();
    for (const result of results.values()) {
      const place = placeOfFailure(result);
      if (place !== null) failures.set(place, (failures.get(place) ?? 0) + 1);
    }
    const stepNotes = new Map<string, LitNote>(
      Object.entries(steps).map(([node, tests]) => {
        const failed = failures.get(node) ?? 0;
        return [node, failed > 0 ? { text: t('fail', { failed, total: tests.length }), failed: true } : { text: t('tests', { count: tests.length }) }];
      }),
    );
    const here = selected === null ? null : placeOfFailure(results.get(selected));
    return {
      steps: new Map(Object.keys(steps).map((node) => [node, node === here ? ('now' as const) : ('travelled' as const)])),
      links: new Map(ports.filter(({ tests }) => tests.length > 0).map(({ node, port }) => [edgeId(node, port), []])),
      stepNotes,
      portNotes: new Map(ports.map(({ node, port, tests }) => [edgeId(node, port), tests.length > 0 ? { text: String(tests.length) } : { text: t('never'), failed: true }])),
    };
  }, [ports, steps, results, selected, t]);
}
