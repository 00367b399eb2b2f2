'use client';

import { Minus, Pencil, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { DocumentDiff } from '@/flows/document/compare-documents';
import type { FlowDocument, FlowNode } from '@/flows/document/flow-document';
import { FamilyTile } from '@/lib/ui/family-tile';
import { fieldLabel } from '../_editor/field-label';
import { languageName } from '@/lib/i18n/language-name';
import { portLabel } from '../_editor/port-label';
import { portsOf } from '../_editor/ports-of';
import { stepTitle } from '../_editor/step-title';
import { familyOf, uiOf } from '../_editor/ui-of';
import { useEditor } from '../_editor/use-editor';
import { useStudio } from '../_editor/use-studio';
import { FieldBeforeAfter } from './field-before-after';
import { valueText } from './value-text';

const SIGNS = { added: Plus, changed: Pencil, removed: Minus } as const;
const INKS = { added: 'text-accent', changed: 'text-(--talk)', removed: 'text-stop' } as const;

/** One step and what became of it, field by field; its title leads to it on the canvas. */
export function ChangedStep({ id, diff, before, after }: { id: string; diff: DocumentDiff; before: FlowDocument; after: FlowDocument }) {
  const t = useTranslations('flows.versions');
  const locale = useLocale();
  const language = useEditor((editor) => editor.language);
  const { flyTo } = useStudio();
  const node = after.nodes[id] ?? before.nodes[id];
  if (!node) return null;
  const kind = diff.added.includes(id) ? 'added' : diff.removed.includes(id) ? 'removed' : 'changed';
  const Sign = SIGNS[kind];
  const title = (step: string | null, document: FlowDocument): string => {
    const found = step === null ? undefined : document.nodes[step];
    return found ? stepTitle(found, language, document.languages, locale) : t('nowhere');
  };
  const head = (
    <>
      <Sign aria-hidden size={14} strokeWidth={2} className={`shrink-0 ${INKS[kind]}`} />
      <FamilyTile family={familyOf(node.type)} icon={uiOf(node.type).icon} size={22} />
      <span className="min-w-0 flex-1 truncate text-left text-sm font-strong text-ink">{title(id, after.nodes[id] ? after : before)}</span>
      <span className="shrink-0 text-xs text-ink-2">{t(`kinds.${kind}`)}</span>
    </>
  );
  const row = 'flex min-h-8 w-full items-center gap-2 rounded-md pointer-coarse:min-h-11';
  return (
    <li>
      {kind === 'removed' ? <div className={row}>{head}</div> : <button type="button" className={`${row} hover:bg-sunken`} onClick={() => flyTo(id)}>{head}</button>}
      {diff.changed.find((each) => each.id === id)?.fields.map((field, index) => (
        <FieldBeforeAfter key={index} label={labelOf(node, field.path)} before={valueText(field.before)} after={valueText(field.after)} lang={languageIn(field.path)} />
      ))}
      {diff.rewired.filter(({ from }) => from === id).map((link) => (
        <FieldBeforeAfter key={link.port} label={t('link', { port: portName(link.port) })} before={title(link.before, before)} after={title(link.after, after)} />
      ))}
    </li>
  );

  function labelOf(step: FlowNode, path: readonly (string | number)[]): string {
    const [section, ...rest] = path;
    const spoken = languageIn(path);
    const key = rest.filter((part): part is string => typeof part === 'string' && part !== spoken).join('.').replace(/\.?parts\.text$|\.parts$/, '');
    const field = section === 'title' ? t('fields.title') : section === 'type' ? t('fields.type') : fieldLabel(step.type, key, locale);
    return spoken === undefined ? field : t('fieldIn', { field, language: languageName(spoken, locale) });
  }
  function languageIn(path: readonly (string | number)[]): string | undefined {
    return path.find((part): part is string => typeof part === 'string' && (after.languages.includes(part) || before.languages.includes(part)));
  }
  function portName(port: string): string {
    const document = after.nodes[id] ? after : before;
    const step = document.nodes[id];
    const found = step && portsOf(document, step).find((each) => each.id === port);
    return (step && found && portLabel(found, step.type, { language, languages: document.languages }, locale)) || port;
  }
}
