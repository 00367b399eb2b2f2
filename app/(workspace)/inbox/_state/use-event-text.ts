'use client';
export function useEventText(): (e: { code: string }) => string | null { return (e) => e.code; }
