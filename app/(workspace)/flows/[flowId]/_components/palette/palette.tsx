'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FAMILIES, type AnyNodeType } from '@/flows/nodes/define-node';
import { defaultRegistry } from '@/flows/nodes/registry';
import { TextInput } from '@/lib/ui/text-input';
import { fittingTypes } from '../../_editor/fitting-types';
import { offeredTypes } from '../../_editor/offered-types';
import { useAddStep } from '../../_editor/use-add-step';
import { useEditor } from '../../_editor/use-editor';
import { FamilyMark } from './family-mark';
import { PaletteItem } from './palette-item';

/** The steps that can be drawn, by family: drag, click, or search and press Enter. */
export function Palette() {
  const t = useTranslations('studio');
  const locale = useLocale();
  const [query, setQuery] = useState('');
  const addStep = useAddStep();
  const hasEntry = useEditor(({ document }) => Object.values(document.nodes).some(({ type }) => defaultRegistry.get(type)?.entry));

  const offered = offeredTypes(defaultRegistry.types, hasEntry);
  const found = query.trim() === '' ? offered : fittingTypes(offered, query, locale);
  const add = (type: AnyNodeType | undefined) => {
    if (!type) return;
    addStep(type);
    setQuery('');
  };

  return (
    <nav aria-label={t('palette.label')} className="flex h-full w-[200px] shrink-0 flex-col border-r border-line bg-surface max-[1119px]:w-14">
      <div className="p-3 max-[1119px]:hidden">
        <TextInput
          aria-label={t('palette.search')}
          placeholder={t('palette.searchShort')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add(found[0]);
            if (event.key === 'Escape') setQuery('');
          }}
          icon={<Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3 max-[1119px]:px-1 max-[1119px]:pt-3">
        {FAMILIES.map((family) => {
          const types = found.filter((type) => type.family === family);
          if (types.length === 0) return null;
          return (
            <section key={family} aria-labelledby={`family-${family}`} className="mb-2">
              <h2 id={`family-${family}`} className="flex items-center gap-2 px-2 py-1.5 text-xs font-label text-ink-3 max-[1119px]:sr-only">
                <FamilyMark family={family} />
                {t(`family.${family}`)}
              </h2>
              <ul>
                {types.map((type) => (
                  <li key={type.type}>
                    <PaletteItem type={type} onAdd={() => add(type)} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {found.length === 0 && <p className="px-2 py-3 text-xs text-ink-3">{t('palette.none', { query })}</p>}
      </div>
    </nav>
  );
}
