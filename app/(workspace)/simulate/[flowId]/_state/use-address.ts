'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

export interface SimulatorAddress {
  /** The published version that is simulated; null for the draft. */
  version: number | null;
  /** A saved test whose script is played first. */
  test: string | null;
  chooseVersion(version: number | null): void;
}

/** What the address says of the simulation, so that it can be sent to a colleague. */
export function useAddress(): SimulatorAddress {
  const router = useRouter();
  const search = useSearchParams();
  const version = search.get('version');
  const chooseVersion = useCallback(
    (next: number | null) => {
      const address = new URL(window.location.href);
      address.searchParams.set('version', next === null ? 'draft' : String(next));
      router.push(`${address.pathname}${address.search}`);
    },
    [router],
  );
  return { version: version !== null && /^[1-9]\d{0,5}$/.test(version) ? Number(version) : null, test: search.get('test'), chooseVersion };
}
