import type { AnswerRule } from '@/flows/answers/answer-rule';
import { normaliseAnswer } from '@/flows/answers/normalise-answer';
import { parseAnswer } from '@/flows/answers/parse-answer';
import { readAs } from '@/flows/answers/read-as';
import { isOpen } from '@/flows/calendars/is-open';
import type { ActionJson, GuardJson } from '@/flows/compiler/machine-json';
import { isOfType } from '@/flows/document/variable-value';
import { evaluateExpression } from '@/flows/expressions/condition';
import { fail, Turn, valueOf, type Values } from './interpreter';

type Result = { outcome?: unknown; candidates?: { title: Record<string, string>; answer: Record<string, string> }[] } | undefined;

/** The interpreter with the guards and actions that vocabulary 2 added. */
export class Turn2 extends Turn {
  protected override remembered(): Values {
    const attributes = (this.world.contact.attributes ?? {}) as Values;
    const known = Object.entries(this.flow.contactVariables ?? {}).filter(([name, type]) => attributes[name] != null && isOfType(attributes[name], type));
    return Object.fromEntries(known.map(([name]) => [name, attributes[name] ?? null]));
  }

  protected override holds(guard: GuardJson): boolean {
    const { message } = this.event;
    switch (guard.type) {
      case 'answer-valid': return this.answer(guard.params.answer).ok;
      case 'open-at': return isOpen(this.world.calendars[guard.params.calendar] ?? fail('no calendar'), this.world.now);
      case 'result-is': return (this.event.result as Result)?.outcome === guard.params.outcome;
      case 'matches-candidate': {
        const { node, index } = guard.params;
        const titles = Object.values(this.candidates(node)[index]?.title ?? {}).map(normaliseAnswer);
        const said = normaliseAnswer(message?.text ?? '');
        return message !== undefined && titles.length > 0 && (message.choice === `${node}:candidate-${index}` || said === String(index + 1) || (said !== '' && titles.includes(said)));
      }
      default: return super.holds(guard);
    }
  }

  protected override act(action: ActionJson): void {
    const { context } = this.session;
    switch (action.type) {
      case 'assign-template': return this.assign(action.params.variable, readAs(this.render(action.params.template), action.params.type));
      case 'assign-expression': {
        const value = valueOf(evaluateExpression(action.params.source, this.environment()));
        return this.assign(action.params.variable, isOfType(value, action.params.type) ? value : null);
      }
      case 'take-answer': {
        const { variable, node, title, secret } = action.params;
        const given = this.answer(action.params.answer);
        if (!given.ok) return;
        if (variable !== null) this.assign(variable, given.value);
        return void this.emit('answer.record', { node, title, value: secret ? Object.fromEntries(this.flow.languages.map((language) => [language, '•••'])) : given.shown });
      }
      case 'patch-contact': return void this.emit('contact.patch', { node: action.params.node, name: action.params.variable, value: context.variables[action.params.variable] ?? null });
      case 'search-knowledge': {
        const { node, limit, query: from } = action.params;
        const query = from.from === 'message' ? this.event.message?.text : context.variables[from.name];
        return void (this.session.awaited = this.emit('knowledge.search', { node, query: typeof query === 'string' ? query : query == null ? '' : JSON.stringify(query), language: context.language, limit }));
      }
      case 'keep-result': return this.change({ results: { ...context.results, [action.params.node]: (this.event.result ?? null) as Values[string] } });
      case 'send-article': return this.say([this.pick(this.candidates(action.params.node)[action.params.index]?.answer ?? {})]);
      case 'send-candidates': {
        const { node, parts, exits } = action.params;
        return this.send({ parts, options: [...this.candidates(node).map(({ title: label }, index) => ({ value: `${node}:candidate-${index}`, label })), ...exits] });
      }
      default: return super.act(action);
    }
  }

  private answer(rule: AnswerRule): ReturnType<typeof parseAnswer> {
    const { message } = this.event;
    return message ? parseAnswer(message.text, rule, { ...message, now: this.world.now, language: this.session.context.language, languages: this.flow.languages }) : { ok: false };
  }

  private candidates(node: string): NonNullable<NonNullable<Result>['candidates']> {
    return (this.session.context.results?.[node] as Result)?.candidates ?? [];
  }
}
