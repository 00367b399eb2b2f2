'use client';
import type { ReasonView } from '../_logic/view-models';

export function useReasonText(): (reason: ReasonView) => string | null {
  return () => null;
}
