'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { Checkbox } from '@/lib/ui/checkbox';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import type { Preview } from './use-preview';
import { COLOUR } from './widget-draft';

/** The widget's own accent (widget.css), from which another one is chosen. */
const OWN = '#0a6b4d';

/** A colour, with what was measured of it in words; a pale one is not taken, the nearest that passes is offered. */
export function AccentField({ accent, onChange, check }: { accent: string | null; onChange: (accent: string | null) => void; check: Preview['accent'] }) {
  const t = useTranslations('settings.widget');
  const locale = useLocale();
  const ratio = (value: number): string => formatNumber(Math.floor(value * 10) / 10, locale);
  const unread = accent !== null && !COLOUR.test(accent);
  return (
    <div>
      <Checkbox label={t('accentOwn')} checked={accent === null} onCheckedChange={(own) => onChange(own ? null : OWN)} />
      {accent === null ? null : (
        <Field
          label={t('accent')}
          className="max-w-120"
          error={unread ? t('accentFault') : check?.ok === false ? t('accentPale', { ratio: ratio(check.onSurface), suggestion: check.suggestion }) : null}
          help={check?.ok ? t('accentGood', { ratio: ratio(check.onSurface), letters: ratio(check.letters) }) : null}
        >
          {(control) => (
            <div className="flex flex-wrap items-center gap-2">
              <input
                type="color"
                aria-label={t('picker')}
                value={unread ? OWN : accent}
                onChange={(event) => onChange(event.target.value)}
                className="h-8 w-11 cursor-pointer rounded-md border border-line-control bg-surface p-0.5 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent pointer-coarse:h-11"
              />
              <TextInput {...control} className="w-30!" autoComplete="off" spellCheck={false} maxLength={7} value={accent} onChange={(event) => onChange(event.target.value.trim())} />
              {check?.ok === false ? <Button size="sm" onClick={() => onChange(check.suggestion)}>{t('takeSuggestion', { colour: check.suggestion })}</Button> : null}
            </div>
          )}
        </Field>
      )}
    </div>
  );
}
