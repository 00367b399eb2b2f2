'use client';

import { useReactFlow } from '@xyflow/react';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { nodeTexts } from '@/flows/nodes/texts';
import { Chip } from '@/lib/ui/chip';
import { FamilyTile } from '@/lib/ui/family-tile';
import { IconButton } from '@/lib/ui/icon-button';
import { PickList } from '@/lib/ui/pick-list';
import { fieldLabel } from '../../_editor/field-label';
import { readingOrder } from '../../_editor/reading-order';
import { flowTexts } from '../../_editor/search/flow-texts';
import { searchFlow, type FlowMatch } from '../../_editor/search/search-flow';
import { stepTitle } from '../../_editor/step-title';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useStudio } from '../../_editor/use-studio';
import { Snippet } from './snippet';

/** Looks through all that is written in the flow. Arrows fly to a step, Enter stays there, Escape goes back to where one was. */
export function SearchPanel() {
  const t = useTranslations('studio.search');
  const common = useTranslations('common');
  const locale = useLocale();
  const store = useEditorStore();
  const flow = useReactFlow();
  const { flyTo, focusCard } = useStudio();
  const document = useEditor((editor) => editor.document);
  const language = useEditor((editor) => editor.language);
  const asked = useEditor((editor) => editor.panel);
  const panel = useRef<HTMLElement>(null);
  const [query, setQuery] = useState('');
  const [before] = useState(() => ({ view: flow.getViewport(), selection: store.getState().selection, language: store.getState().language, focus: globalThis.document.activeElement }));
  const flown = useRef(false);
  const texts = useMemo(() => flowTexts(document, readingOrder(document)), [document]);
  const wanted = useDeferredValue(query);
  const { matches, more } = useMemo(() => searchFlow(texts, wanted), [texts, wanted]);

  // Asked for again: what was looked for is written over.
  useEffect(() => {
    const field = panel.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [asked]);

  const visit = (key: string): FlowMatch | undefined => {
    const match = matches[Number(key)];
    if (match?.node == null) return match;
    flown.current = true;
    flyTo(match.node);
    if (match.language !== null && document.languages.includes(match.language)) store.getState().setLanguage(match.language);
    return match;
  };
  const stay = (key: string) => {
    const match = visit(key);
    if (!match) return;
    store.getState().closePanel();
    // A variable has no card: it stands in the outline, which shows while nothing is selected.
    if (match.node === null) store.getState().select(null);
    else focusCard(match.node);
  };
  const back = () => {
    const { closePanel, selectMany, setLanguage } = store.getState();
    closePanel();
    if (flown.current) {
      selectMany(before.selection);
      setLanguage(before.language);
      void flow.setViewport(before.view, { duration: 240 });
    }
    const focus = before.focus instanceof HTMLElement && before.focus.isConnected ? before.focus : null;
    (focus && focus !== globalThis.document.body ? focus : globalThis.document.querySelector<HTMLElement>('[data-canvas]'))?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    back();
  };
  const whereOf = ({ node: id, place }: FlowMatch): string => {
    const node = id === null ? undefined : document.nodes[id];
    if (!node) return t('variable');
    const title = stepTitle(node, language, document.languages, locale);
    if (place.kind === 'field') return t('where', { step: title, place: fieldLabel(node.type, place.path, locale) });
    return place.kind === 'title' ? t('where', { step: title, place: nodeTexts(node.type, locale).name }) : t('id', { step: title });
  };

  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={t('label')}
      onKeyDown={onKeyDown}
      className="pop-in absolute top-3 right-3 z-20 flex max-h-[calc(100%-24px)] w-[min(380px,calc(100%-24px))] flex-col rounded-lg bg-raised shadow-float"
    >
      <div className="absolute top-1.5 right-1.5">
        <IconButton label={common('close')} shortcut={common('keys.escape')} onClick={back}>
          <X aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <PickList
        className="[&>div:first-child]:pr-11"
        label={t('label')}
        placeholder={t('placeholder')}
        query={query}
        onQueryChange={setQuery}
        items={matches.map((match, index) => {
          const node = match.node === null ? undefined : document.nodes[match.node];
          return {
            key: String(index),
            icon: node && <FamilyTile family={familyOf(node.type)} icon={uiOf(node.type).icon} size={22} />,
            label: (
              <span className="flex items-center gap-2">
                <Snippet match={match} />
                {match.language !== null && <Chip tone="outlined">{match.language.toUpperCase()}</Chip>}
              </span>
            ),
            detail: whereOf(match),
          };
        })}
        onActive={visit}
        onPick={stay}
        empty={query.trim() === '' ? t('hint') : t('none', { query })}
        foot={matches.length > 0 ? t('count', { count: matches.length + more, more }) : undefined}
      />
    </section>
  );
}
