import type { ReactNode } from 'react';
import { pageContext } from '../../_shell/page-context';
import { sectionsFor } from './_nav/sections';
import { SettingsNav } from './_nav/settings-nav';

/** The sections left, the section right. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { roles } = await pageContext();
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <SettingsNav groups={sectionsFor(roles)} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col has-[>[data-settings-home]]:max-md:hidden">{children}</div>
    </div>
  );
}
