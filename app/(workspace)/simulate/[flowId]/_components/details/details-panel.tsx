'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Tabs } from '@/lib/ui/tabs';
import { useEditor } from '../../../../flows/[flowId]/_editor/use-editor';
import { useSimulator } from '../../_state/simulator-context';
import { ChangedVariables } from './changed-variables';
import { Effects } from './effects';
import { Timers } from './timers';
import { Trace } from './trace';
import { Variables } from './variables';
import { World } from './world';

type Part = 'trace' | 'variables' | 'effects' | 'world';

/** Why the conversation goes as it goes, what it knows, what would leave it, and the world it lives in. */
export function DetailsPanel() {
  const t = useTranslations('simulate.details');
  const { state } = useSimulator();
  const variables = useEditor((editor) => editor.document.variables.length);
  const [part, setPart] = useState<Part>('trace');
  const count = (value: number) => <span className="tabular text-2xs text-ink-3">{value}</span>;
  return (
    <Tabs
      label={t('label')}
      value={part}
      onValueChange={setPart}
      className="min-h-0 flex-1"
      listClassName="bg-surface"
      contentClassName="overflow-y-auto bg-surface outline-offset-[-2px]"
      items={[
        {
          value: 'trace',
          label: t('trace'),
          content: (
            <>
              <Trace />
              <Timers />
              <ChangedVariables />
            </>
          ),
        },
        { value: 'variables', label: t('variables'), badge: count(variables), content: <Variables /> },
        { value: 'effects', label: t('effects'), badge: count(state.effects.length), content: <Effects /> },
        { value: 'world', label: t('world'), content: <World /> },
      ]}
    />
  );
}
