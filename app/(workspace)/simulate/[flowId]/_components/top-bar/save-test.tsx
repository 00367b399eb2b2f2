'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BookmarkCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { scriptOf } from '@/flows/simulator/script-of';
import { transcriptOf } from '@/flows/simulator/transcript-of';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { toast } from '@/lib/ui/toast';
import { useMedia } from '../../../../../_shell/use-media';
import { errorCode } from '../../../../../_trpc/error-code';
import { useTRPC } from '../../../../../_trpc/provider';
import { useSimulator } from '../../_state/simulator-context';
import { useStepWords } from '../../_state/use-step-words';

const LONGEST = 120;

/** Keeps the conversation as a test of this flow. */
export function SaveTest({ flowId, mayTest }: { flowId: string; mayTest: boolean }) {
  const t = useTranslations('simulate');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const narrow = useMedia('(width < 768px)');
  const { simulation, state, moments, node } = useSimulator();
  const { title } = useStepWords();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const create = useMutation(
    trpc.tests.create.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        toast(t('save.saved', { name: name.trim() }));
        setName('');
        void queries.invalidateQueries(trpc.tests.pathFilter());
      },
    }),
  );
  if (!mayTest) return null;
  const turns = moments.filter(({ turn }) => turn !== null).length;
  return (
    <>
      <Button
        variant="primary"
        icon={<BookmarkCheck aria-hidden size={16} strokeWidth={1.75} />}
        disabledReason={simulation.events.length === 0 ? t('save.empty') : undefined}
        onClick={() => setOpen(true)}
      >
        {t(narrow ? 'bar.saveShort' : 'bar.save')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('save.title')}
        description={t('save.description')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
            <Button variant="primary" form="save-test" type="submit" busy={create.isPending}>{t('save.confirm')}</Button>
          </>
        }
      >
        <form id="save-test" onSubmit={save} noValidate className="flex flex-col gap-3">
          <Field label={t('save.name')} required error={missing ? t('save.missing') : undefined}>
            {(control) => (
              <TextInput {...control} size="lg" autoFocus value={name} maxLength={LONGEST} placeholder={t('save.placeholder')} onChange={(event) => {
                setName(event.target.value);
                setMissing(false);
              }} />
            )}
          </Field>
          <p className="tabular text-xs text-ink-3">{node === null ? t('save.summaryOver', { turns }) : t('save.summary', { turns, step: title(node) })}</p>
          {create.isError ? <ErrorMessage code={errorCode(create.error)} /> : null}
        </form>
      </Dialog>
    </>
  );

  function save(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() === '') return setMissing(true);
    create.mutate({ flowId, name: name.trim(), script: scriptOf(simulation), transcript: transcriptOf(state) });
  }
}
