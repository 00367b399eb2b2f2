'use client';

import { ImagePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/lib/ui/button';
import { drawLogo } from './draw-logo';

/** The mark beside the title: the name's initials, or an image. */
export function LogoField({ logo, onChange }: { logo: string | null; onChange: (logo: string | null) => void }) {
  const t = useTranslations('settings.widget');
  const file = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  const take = (chosen: File | undefined): void => {
    if (!chosen) return;
    drawLogo(chosen).then(
      (image) => {
        setFailed(false);
        onChange(image);
      },
      () => setFailed(true),
    );
  };
  return (
    <div>
      <p className="mb-1.5 text-xs font-label text-ink-2">{t('mark')}</p>
      <div className="flex flex-wrap items-center gap-2">
        {logo === null ? null : <span className="size-9 rounded-lg border border-line bg-cover bg-center" style={{ backgroundImage: `url("${logo}")` }} />}
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button size="sm" icon={<ImagePlus aria-hidden size={14} strokeWidth={1.75} />} onClick={() => file.current?.click()}>{t('chooseImage')}</Button>
        {logo === null ? <span className="text-xs text-ink-3">{t('initials')}</span> : <Button size="sm" variant="quiet" onClick={() => onChange(null)}>{t('removeImage')}</Button>}
      </div>
      <p role={failed ? 'alert' : undefined} className={`mt-1 text-xs ${failed ? 'text-stop' : 'text-ink-3'}`}>{t(failed ? 'imageFault' : 'imageHelp')}</p>
    </div>
  );
}
