'use client';

import { useTranslations } from 'next-intl';
import { Toaster as Sonner } from 'sonner';

/** Where toasts appear: bottom centre, one at a time, five seconds. Stands once, in the root layout. */
export function Toaster() {
  const t = useTranslations('common');
  return (
    <Sonner
      position="bottom-center"
      visibleToasts={1}
      duration={5000}
      // Clear of what stands at the foot of the page: a composer, the bar of a phone (globals.css).
      offset={{ bottom: 'var(--toast-bottom)' }}
      mobileOffset={{ bottom: 'var(--toast-bottom)' }}
      style={{ fontFamily: 'var(--font-ui)' }}
      containerAriaLabel={t('notifications')}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full min-h-10 items-center gap-3 rounded-lg bg-ink px-4 py-2.5 text-sm text-bg shadow-float',
          content: 'flex-1',
          actionButton: 'touch-target shrink-0 font-strong text-bg',
        },
      }}
    />
  );
}
