'use client';
import { useTranslations } from 'next-intl';

/** What to call a customer: her name, or a short code that tells two strangers apart. */
export function useCustomerName(): (customer: { id: string; name: string | null }) => string {
  const t = useTranslations('inbox.customer');
  return ({ id, name }) => name ?? t('anonymous', { code: id.replace(/[^A-Za-z0-9]/g, '').slice(-4).toUpperCase() });
}
