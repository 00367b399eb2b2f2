'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Goes on to a section where there is room for it beside the list. */
export function LeadIn({ to }: { to: string }) {
  const router = useRouter();
  useEffect(() => {
    if (matchMedia('(min-width: 900px)').matches) router.replace(to);
  }, [router, to]);
  return <div data-settings-home />;
}
