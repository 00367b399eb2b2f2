import type { MachineContext, MessageTemplate } from '@/flows/compiler/machine-json';
import { pickText } from '@/flows/document/localized-text';
import { renderTemplate } from '@/flows/expressions/template';
import { EngineFailure } from '../engine-failure';
import type { OutboundContent } from '../engine-types';
import type { Outcome } from '../outcome';
import { environmentOf, type Turn } from '../turn';

/**
 * Renders a message in the customer's language. Parts that come out blank are dropped, and with nothing left
 * nothing is sent. Labels are plain text: what a button shows is what can be typed.
 */
export function send(outcome: Outcome, turn: Turn, context: MachineContext, template: MessageTemplate): void {
  const { language } = context;
  const environment = environmentOf(turn, context);
  const parts = template.parts.flatMap(({ kind, text }) => {
    const source = pickText(text, language, turn.languages);
    const rendered = renderTemplate(source, environment, { locale: language, limits: turn.limits });
    if (!rendered.ok) throw new EngineFailure(rendered.code, rendered.detail, outcome.node);
    return rendered.text.trim() === '' ? [] : [{ kind, text: rendered.text }];
  });
  const options = template.options?.map(({ value, label }) => ({ value, label: pickText(label, language, turn.languages) }));
  if (parts.length === 0 && !options?.length) return;
  const content: OutboundContent = { language, parts, ...(options ? { options } : {}) };
  outcome.emit({ kind: 'message.send', node: outcome.node ?? '', content });
}
