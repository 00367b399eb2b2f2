'use client';

import { PageError } from '../_shell/page-error';

/** A page of the workspace that failed to draw; the rail goes on working. */
export default function WorkspaceError({ reset }: { error: Error; reset: () => void }) {
  return <div className="grid min-h-full place-items-center"><PageError onRetry={reset} /></div>;
}
