'use client';

import { PageError } from './_shell/page-error';

/** A page that failed to draw. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <main className="grid min-h-dvh place-items-center"><PageError onRetry={reset} /></main>;
}
