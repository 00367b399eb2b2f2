import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TestResult } from '@/flows/simulator/test-runner';

/** Whether a test passes, in a shape as well as in a colour, and in words for who cannot see either. */
export function OutcomeIcon({ result, size = 16 }: { result: TestResult | undefined; size?: number }) {
  const t = useTranslations('tests.outcome');
  const outcome = result === undefined ? 'waiting' : result.outcome === 'passed' ? 'passed' : 'failed';
  const Icon = { waiting: CircleDashed, passed: CircleCheck, failed: CircleX }[outcome];
  const colour = { waiting: 'text-ink-3', passed: 'text-accent', failed: 'text-stop' }[outcome];
  return (
    <>
      <Icon aria-hidden size={size} strokeWidth={1.75} className={`shrink-0 ${colour}`} />
      <span className="sr-only">{t(outcome)}</span>
    </>
  );
}
