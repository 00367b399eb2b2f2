'use client';
import { useSearchParams, useSelectedLayoutSegment } from 'next/navigation';
import type { ListView } from '../_logic/view-models';

export interface InboxPlace {
  view: ListView;
  /** The open conversation, if any. */
  openId: string | null;
  /** Address of a list, or of a conversation inside the current list. */
  listHref(view: ListView): string;
  conversationHref(id: string): string;
}

/** Where one is in the inbox: all of it stands in the address, so that it can be sent to a colleague. */
export function useInboxView(): InboxPlace {
  const search = useSearchParams();
  const openId = useSelectedLayoutSegment();
  const view: ListView = search.get('view') === 'waiting' ? 'waiting' : 'mine';
  const query = view === 'waiting' ? '?view=waiting' : '';
  return {
    view,
    openId,
    listHref: (wanted) => (wanted === 'waiting' ? '/inbox?view=waiting' : '/inbox'),
    conversationHref: (id) => `/inbox/${id}${query}`,
  };
}
