'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Tabs } from '@/lib/ui/tabs';
import { useMedia } from '../../../../_shell/use-media';
import type { SimulationRefusal } from '../_state/use-simulation';
import { ClockBar } from './clock/clock-bar';
import { CustomerPane } from './customer/customer-pane';
import { DetailsPanel } from './details/details-panel';
import { FlowPane } from './flow-pane';
import { Notices } from './notices';
import type { SimulatorSessionProps } from './simulator-session';
import { SaveTest } from './top-bar/save-test';
import { SimulatorBar } from './top-bar/simulator-bar';

type Pane = 'customer' | 'flow' | 'details';

/** Customer, canvas over the clock, and what happens; on a narrow window one of them at a time. */
export function SimulatorLayout({ refusal, ...props }: SimulatorSessionProps & { refusal: SimulationRefusal | null }) {
  const t = useTranslations('simulate.panes');
  const single = useMedia('(width < 1060px)');
  const [pane, setPane] = useState<Pane>('customer');
  const save = <SaveTest flowId={props.flow.id} mayTest={props.me.permissions.includes('flows.test')} />;
  return (
    <div data-immersive className="flex min-h-0 flex-1 flex-col">
      <SimulatorBar {...props} running save={save} />
      <Notices refusal={refusal} onNewDraft={props.onNewDraft} />
      {single ? (
        <>
          <Tabs
            label={t('label')}
            value={pane}
            onValueChange={setPane}
            className="min-h-0 flex-1"
            contentClassName="flex min-h-0 flex-col data-[state=inactive]:hidden"
            listClassName="bg-surface"
            items={[
              { value: 'customer', label: t('customer'), content: <CustomerPane business={props.me.workspace.name} /> },
              { value: 'flow', label: t('flow'), content: <FlowPane compact /> },
              { value: 'details', label: t('details'), content: <DetailsPanel /> },
            ]}
          />
          <ClockBar compact />
        </>
      ) : (
        <div className="flex min-h-0 flex-1">
          <div className="flex w-[328px] shrink-0 flex-col border-r border-line bg-bg"><CustomerPane business={props.me.workspace.name} framed /></div>
          <div className="flex min-w-0 flex-1 flex-col">
            <FlowPane />
            <ClockBar />
          </div>
          <div className="flex w-80 shrink-0 flex-col border-l border-line bg-surface"><DetailsPanel /></div>
        </div>
      )}
    </div>
  );
}
