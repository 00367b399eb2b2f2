import type { WidgetDraft } from './widget-draft';

/** What each part of the form is given. */
export interface FieldsProps {
  draft: WidgetDraft;
  set: (change: Partial<WidgetDraft>) => void;
}
