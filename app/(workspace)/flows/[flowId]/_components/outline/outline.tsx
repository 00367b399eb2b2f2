'use client';

import { OctagonX, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { nodeTexts } from '@/flows/nodes/texts';
import { FamilyTile } from '@/lib/ui/family-tile';
import { missingTexts } from '../../_editor/missing-texts';
import { readingOrder } from '../../_editor/reading-order';
import { stepTitle } from '../../_editor/step-title';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { useEditor } from '../../_editor/use-editor';
import { useStudio } from '../../_editor/use-studio';
import { LanguageSwitch } from '../inspector/language-switch';
import { Triggers } from '../triggers/triggers';
import { Variables } from '../variables/variables';

/** Every step in reading order, choosing one goes there; then what begins the flow and what it remembers. The canvas in words. */
export function Outline() {
  const t = useTranslations('studio.outline');
  const locale = useLocale();
  const document = useEditor((editor) => editor.document);
  const language = useEditor((editor) => editor.language);
  const { diagnostics, flyTo } = useStudio();
  const order = readingOrder(document);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex flex-col gap-3 px-4 pt-4 pb-3">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="text-lg font-strong text-ink">{t('title')}</h2>
          <span className="text-xs text-ink-3">{t('count', { count: order.length })}</span>
        </div>
        <LanguageSwitch missing={missingTexts(diagnostics, document.languages)} />
      </header>
      {order.length === 0 && <p className="px-4 text-sm text-ink-2">{t('empty')}</p>}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ul className="px-2 pb-4">
          {order.map((id) => {
            const node = document.nodes[id];
            if (!node) return null;
            const own = diagnostics.filter((each) => each.node === id);
            const errors = own.filter(({ severity }) => severity === 'error').length;
            const Signal = errors > 0 ? OctagonX : TriangleAlert;
            return (
              <li key={id}>
                <button type="button" onClick={() => flyTo(id)} className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-sunken pointer-coarse:min-h-11">
                  <FamilyTile family={familyOf(node.type)} icon={uiOf(node.type).icon} size={22} />
                  <span className="min-w-0 flex-1 truncate text-sm text-ink">{stepTitle(node, language, document.languages, locale)}</span>
                  <span className="shrink-0 text-2xs text-ink-3">{nodeTexts(node.type, locale).name}</span>
                  {own.length > 0 && (
                    <span className={`tabular inline-flex shrink-0 items-center gap-1 text-2xs font-medium ${errors > 0 ? 'text-stop' : 'text-caution'}`}>
                      <Signal aria-hidden size={14} strokeWidth={1.75} />
                      <span aria-hidden>{errors || own.length}</span>
                      <span className="sr-only">{t('problems', { errors, warnings: own.length - errors })}</span>
                    </span>
                  )}
                </button>
              </li>
            );
          })}
        </ul>
        <Triggers />
        <Variables />
      </div>
    </div>
  );
}
