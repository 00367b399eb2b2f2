'use client';

import { useReactFlow } from '@xyflow/react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { FAMILIES } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';
import { nodeTexts } from '@/flows/nodes/texts';
import { FamilyTile } from '@/lib/ui/family-tile';
import { PickList } from '@/lib/ui/pick-list';
import { PopoverAt } from '@/lib/ui/popover-at';
import type { Panel } from '../../_editor/editor-state';
import { fittingTypes } from '../../_editor/fitting-types';
import { offeredTypes } from '../../_editor/offered-types';
import { uiOf } from '../../_editor/ui-of';
import { useAddStep } from '../../_editor/use-add-step';
import { useEditor } from '../../_editor/use-editor';
import { useStepTitle } from '../../_editor/use-step-title';
import { useStudio } from '../../_editor/use-studio';

/** The steps that can be added here: type, Enter adds the first and links it to the way out it was asked from. */
export function QuickAdd({ panel: { at, from } }: { panel: Panel & { kind: 'quick-add' } }) {
  const t = useTranslations('studio');
  const locale = useLocale();
  const flow = useReactFlow();
  const addStep = useAddStep();
  const { focusCard } = useStudio();
  const close = useEditor((editor) => editor.closePanel);
  const hasEntry = useEditor(({ document }) => Object.values(document.nodes).some(({ type }) => defaultRegistry.get(type)?.entry));
  const after = useStepTitle(from?.node ?? null);
  const [query, setQuery] = useState('');
  const added = useRef<string | null>(null);
  const offered = offeredTypes(defaultRegistry.types, hasEntry || from !== null);
  const types = query.trim() === '' ? FAMILIES.flatMap((family) => offered.filter((type) => type.family === family)) : fittingTypes(offered, query, locale);
  const pick = (key: string) => {
    const type = defaultRegistry.get(key);
    // The list stands where the card's upper left corner comes to stand.
    const corner = flow.screenToFlowPosition(at);
    if (type) added.current = addStep(type, corner, from);
    close();
  };
  return (
    <PopoverAt
      at={at}
      label={t('quickAdd.label')}
      onClose={close}
      className="w-80"
      returnFocus={() => {
        const card = added.current ?? from?.node;
        // The new card is drawn after this.
        if (card == null) globalThis.document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true });
        else requestAnimationFrame(() => requestAnimationFrame(() => focusCard(card)));
      }}
    >
      <PickList
        label={t('quickAdd.label')}
        placeholder={t('quickAdd.placeholder')}
        query={query}
        onQueryChange={setQuery}
        items={types.map((type) => ({
          key: type.type,
          label: nodeTexts(type.type, locale).name,
          detail: nodeTexts(type.type, locale).summary,
          icon: <FamilyTile family={type.family} icon={uiOf(type.type).icon} size={22} />,
          ...(query.trim() === '' && { group: t(`family.${type.family}`) }),
        }))}
        onPick={pick}
        empty={t('palette.none', { query })}
        foot={after === null ? undefined : t('quickAdd.after', { step: after })}
      />
    </PopoverAt>
  );
}
