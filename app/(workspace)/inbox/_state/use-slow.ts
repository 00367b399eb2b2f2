'use client';
import { useEffect, useState } from 'react';

/** After this a wait owes an explanation and a way out. */
const SLOW_MS = 8_000;

/** Whether something has been under way for so long that it must be said. */
export function useSlow(waiting: boolean, afterMs = SLOW_MS): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting, afterMs]);
  return slow;
}
