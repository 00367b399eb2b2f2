import type { ActionJson } from '@/flows/compiler/machine-json';
import { isOfType } from '@/flows/document/variable-value';
import { renderRequest } from '@/flows/http/render-request';
import { fail } from './interpreter';
import type { Values } from './interpreter';
import { Turn2 } from './vocabulary-2';

/** The interpreter with the actions that vocabulary 3 added. */
export class Turn3 extends Turn2 {
  /** What was held is heard once no result is waited for any more: a second round of the same turn. */
  override run(): boolean {
    if (!super.run()) return false;
    const { session, event, effects } = this;
    const { held, ...context } = session.context;
    if (!event.type.startsWith('effect.') || !held || session.awaited !== null || session.status !== 'active') return true;
    session.context = context;
    const next = new Turn3(this.flow, { ...session }, { type: 'message.received', message: held }, this.world);
    next.effects.push(...effects);
    if (!next.run()) return true;
    Object.assign(session, next.session);
    effects.push(...next.effects.slice(effects.length));
    return true;
  }

  protected override act(action: ActionJson): void {
    const { context } = this.session;
    switch (action.type) {
      case 'request': {
        const { node, ...template } = action.params;
        const rendered = renderRequest(template, this.environment(), { locale: context.language, limits: this.world });
        return void (this.session.awaited = this.emit('http.request', { node, request: rendered.ok ? rendered.request : fail(rendered.detail) }));
      }
      case 'take-values': {
        const values = ((this.event.result ?? {}) as { values?: Values }).values ?? {};
        for (const { name, type } of action.params.variables) this.assign(name, isOfType(values[name] ?? null, type) ? (values[name] ?? null) : null);
        return;
      }
      case 'hold-message': {
        const { message } = this.event;
        if (message) this.change({ held: { id: '', ...message, text: `${context.held ? `${context.held.text}\n` : ''}${message.text}`.slice(0, 4096) } });
        return;
      }
      default: return super.act(action);
    }
  }
}
