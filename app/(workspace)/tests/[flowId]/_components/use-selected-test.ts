'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import type { FlowTestView } from '@/lib/api/view-models';

const PARAMETER = 'test';

/** The selected test, named in the address so that it can be sent to a colleague. */
export function useSelectedTest(tests: readonly FlowTestView[]): [FlowTestView | null, (id: string | null) => void] {
  const wanted = useSearchParams().get(PARAMETER);
  const select = useCallback((id: string | null) => {
    const address = new URL(window.location.href);
    if (id === null) address.searchParams.delete(PARAMETER);
    else address.searchParams.set(PARAMETER, id);
    window.history.replaceState(null, '', address);
  }, []);
  return [tests.find(({ id }) => id === wanted) ?? null, select];
}
