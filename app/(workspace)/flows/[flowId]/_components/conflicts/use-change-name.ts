'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Operation } from '@/flows/document/operations';
import { fieldLabel } from '../../_editor/field-label';
import { stepTitle } from '../../_editor/step-title';
import { useEditor } from '../../_editor/use-editor';

/** What a change was about: the step's title and the field's label. */
export function useChangeName(operation: Operation): string {
  const t = useTranslations('studio.conflict');
  const locale = useLocale();
  const document = useEditor((editor) => editor.document);
  const language = useEditor((editor) => editor.language);
  return nameOf(operation);

  function nameOf(change: Operation): string {
    if (change.kind === 'batch') {
      const first = change.operations[0];
      return first ? nameOf(first) : t('flow');
    }
    if (change.kind === 'document.set') return t('flow');
    if (change.kind === 'trigger.add' || change.kind === 'trigger.change' || change.kind === 'trigger.remove') return t('triggers');
    const id = change.kind === 'node.add' ? change.node.id : change.kind === 'edge.set' ? change.from : change.id;
    const node = document.nodes[id] ?? (change.kind === 'node.add' ? change.node : undefined);
    const title = node ? stepTitle(node, language, document.languages, locale) : t('removedStep');
    if (change.kind === 'edge.set') return t('link', { title });
    if (change.kind !== 'node.set' || !node) return title;
    const [section, ...path] = change.path;
    const key = path.filter((step) => typeof step === 'string' && !document.languages.includes(step)).join('.');
    return t('field', { title, field: section === 'title' ? t('titleField') : fieldLabel(node.type, key.replace(/\.parts\.text$/, ''), locale) });
  }
}
