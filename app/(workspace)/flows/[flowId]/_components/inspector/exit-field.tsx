'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { defaultRegistry } from '@/flows/nodes/registry';
import { FamilyTile } from '@/lib/ui/family-tile';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { readingOrder } from '../../_editor/reading-order';
import { stepTitle } from '../../_editor/step-title';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { useDescribe } from '../../_editor/use-describe';
import { useDurationText } from '../../_editor/use-duration-text';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import type { StepView } from '../../_editor/use-step';

/** No step has this id: ids have no parentheses. */
const NOWHERE = '(none)';

interface ExitFieldProps {
  step: StepView;
  view: StepView['ports'][number];
}

/** One way out and the step it leads to. */
export function ExitField({ step, view: { port, label, to } }: ExitFieldProps) {
  const t = useTranslations('studio.port');
  const locale = useLocale();
  const describe = useDescribe();
  const store = useEditorStore();
  const document = useEditor((editor) => editor.document);
  const language = useEditor((editor) => editor.language);
  const readOnly = useEditor((editor) => editor.readOnly);
  const wanted = useEditor(({ linking }) => linking?.node === step.node.id && linking.port === port.id);
  const after = useDurationText(port.after);
  const row = useRef<HTMLDivElement>(null);
  const name = 'text' in port.label && label === '' ? t('unnamed') : label;
  const problem = step.problems.find((each) => each.port === port.id && each.severity === 'error');

  useEffect(() => {
    if (!wanted) return;
    // The tab has just been shown: its fields exist after this frame.
    const frame = requestAnimationFrame(() => {
      row.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
      store.getState().stopLinking();
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, store]);

  const steps = readingOrder(document).flatMap((id) => {
    const node = document.nodes[id];
    if (!node || defaultRegistry.get(node.type)?.entry) return [];
    const icon = <FamilyTile family={familyOf(node.type)} icon={uiOf(node.type).icon} size={18} />;
    return [{ value: id, label: stepTitle(node, language, document.languages, locale), icon }];
  });

  return (
    <div ref={row}>
      <Field
        label={after ? t('after', { name, after }) : name}
        help={port.required ? undefined : t('optional')}
        error={problem ? sentenceOf(describe(problem)) : undefined}
      >
        {(control) => (
          <Select
            {...control}
            value={to ?? NOWHERE}
            disabled={readOnly}
            onValueChange={(next) => store.getState().apply({ kind: 'edge.set', from: step.node.id, port: port.id, to: next === NOWHERE ? null : next })}
            options={[{ value: NOWHERE, label: t('nowhere') }, ...steps]}
          />
        )}
      </Field>
    </div>
  );
}

function sentenceOf({ sentence, fix }: { sentence: string; fix: string }): string {
  return `${sentence} ${fix}`;
}
