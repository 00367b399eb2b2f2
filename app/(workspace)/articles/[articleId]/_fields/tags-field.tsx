'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Chip } from '@/lib/ui/chip';
import { Field } from '@/lib/ui/field';
import { IconButton } from '@/lib/ui/icon-button';
import { TextInput } from '@/lib/ui/text-input';
import { LONGEST_TAG, MOST_TAGS } from '../../_logic/lengths';
import type { ArticleFieldProps } from './field-props';

/** Subjects of the article: to filter the list by, and words that help to find it. */
export function TagsField({ draft, edit, readOnly, known }: ArticleFieldProps & { known: readonly string[] }) {
  const t = useTranslations('articles.editor.tags');
  const [typed, setTyped] = useState('');
  const listId = useId();
  const { tags } = draft;

  function add(): void {
    const wanted = typed.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
    setTyped('');
    if (wanted.length > 0) edit((content) => ({ ...content, tags: [...new Set([...content.tags, ...wanted])].slice(0, MOST_TAGS) }));
  }
  if (readOnly) return tags.length > 0 ? <ReadTags label={t('label')} tags={tags} /> : null;
  const remove = (tag: string): void => edit((content) => ({ ...content, tags: content.tags.filter((other) => other !== tag) }));

  return (
    <div className="flex flex-col gap-2">
      <Field label={t('label')} help={t('help')}>
        {(control) => (
          <>
            {tags.length > 0 ? (
              <ul aria-label={t('label')} className="flex flex-wrap gap-1.5">
                {tags.map((tag) => (
                  <li key={tag} className="inline-flex items-center gap-0.5">
                    <Chip tone="sunken"><span lang="">{tag}</span></Chip>
                    <IconButton size="sm" label={t('remove', { tag })} onClick={() => remove(tag)}><X aria-hidden size={12} strokeWidth={2} /></IconButton>
                  </li>
                ))}
              </ul>
            ) : null}
            <TextInput {...control} list={listId} maxLength={LONGEST_TAG} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={add}
              onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return;
                  if (event.key === 'Enter' || event.key === ',') {
                    event.preventDefault();
                    add();
                  } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) remove(tags.at(-1) ?? '');
                }} />
          </>
        )}
      </Field>
      <datalist id={listId}>{[...new Set(known)].filter((tag) => !tags.includes(tag)).map((tag) => <option key={tag} value={tag} />)}</datalist>
    </div>
  );
}

function ReadTags({ label, tags }: { label: string; tags: readonly string[] }) {
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-xs font-label text-ink-2">{label}</h2>
      <ul className="flex flex-wrap gap-1.5">
        {tags.map((tag) => <li key={tag}><Chip tone="sunken"><span lang="">{tag}</span></Chip></li>)}
      </ul>
    </div>
  );
}
