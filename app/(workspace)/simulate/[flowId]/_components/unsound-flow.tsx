'use client';

import { OctagonX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { buttonStyle } from '@/lib/ui/button-style';
import { Button } from '@/lib/ui/button';
import { useDescribe } from '../../../flows/[flowId]/_editor/use-describe';
import { useAddress } from '../_state/use-address';
import type { SimulatorSessionProps } from './simulator-session';
import { SimulatorBar } from './top-bar/simulator-bar';

/** A flow that cannot run yet: each finding with the way to its step in the studio. */
export function UnsoundFlow({ diagnostics, ...props }: SimulatorSessionProps & { diagnostics: readonly Diagnostic[] }) {
  const t = useTranslations('simulate.unsound');
  const problems = useTranslations('studio.problems');
  const describe = useDescribe();
  const { chooseVersion } = useAddress();
  const { flow, versions } = props;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const newest = versions[0];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SimulatorBar {...props} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-8 md:px-10">
          <h2 className="font-serif text-[24px] leading-8 font-[420] tracking-[-0.018em] text-balance text-ink">{t('title', { count: errors.length })}</h2>
          <p className="text-md text-ink-2">{t('text')}</p>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {diagnostics.map((diagnostic, index) => {
              const { sentence, fix } = describe(diagnostic);
              const error = diagnostic.severity === 'error';
              const Signal = error ? OctagonX : TriangleAlert;
              return (
                <li key={index} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 text-sm first:border-t-0">
                  <Signal role="img" aria-label={problems(error ? 'error' : 'warning')} size={16} strokeWidth={1.75} className={error ? 'shrink-0 text-stop' : 'shrink-0 text-caution'} />
                  <p className="min-w-0 flex-1 basis-60 text-ink-2"><span className="text-ink">{sentence}</span> {fix}</p>
                  {diagnostic.node !== undefined && (
                    <Link href={`/flows/${flow.id}?step=${encodeURIComponent(diagnostic.node)}`} className={buttonStyle({ size: 'sm' })}>{problems('show')}</Link>
                  )}
                </li>
              );
            })}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Link href={`/flows/${flow.id}`} className={buttonStyle({ variant: 'primary' })}>{t('repair')}</Link>
            {newest && props.source.version === null && <Button onClick={() => chooseVersion(newest.number)}>{t('published', { number: newest.number })}</Button>}
          </div>
        </div>
      </div>
    </div>
  );
}
