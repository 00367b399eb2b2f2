import type { Texts } from '../texts';
import type { Row } from '../thread';
import { findLinks } from '../links';
import { element } from './element';
import { icon } from './icon';
import { avatar, mark } from './mark';
import { whenText } from './when-text';

export interface RowContext {
  texts: Texts;
  business: { name: string; logo: string | null };
  press(messageId: string, option: { value: string; label: string }): void;
  retry(id: string): void;
}

/** One row of the log as an element. */
export function rowElement(row: Row, context: RowContext): HTMLElement {
  const { say } = context.texts;
  switch (row.kind) {
    case 'day':
      return element('p', { class: 'line' }, whenText(row.at, context.texts));
    case 'bubble':
      return bubble(row, context);
    case 'options':
      return options(row, context);
    case 'hand-over':
      return element(
        'div',
        { class: 'over' },
        element('span', { class: 'over-way', 'aria-hidden': 'true' }, mark(context.business.name, context.business.logo), element('span', { class: 'track' }, element('i')), avatar(row.initials)),
        element('strong', {}, say('handOver', { name: row.name })),
        element('span', {}, say('handOverHelp', { name: row.name })),
      );
    case 'assistant-back':
      return element('p', { class: 'line' }, say('assistantBack'));
    case 'refused': {
      const again = element('button', { type: 'button', class: 'again' }, say('retry'));
      again.onclick = () => context.retry(row.id);
      return element('p', { class: 'refused' }, icon('alert', 14), element('span', {}, `${say('notSent')} ${row.sentence}`), again);
    }
    case 'status':
      return element('p', { class: 'status' }, say(({ sending: 'sending', waiting: 'waitingToSend', delivered: 'delivered', read: 'read' } as const)[row.status]));
    case 'typing':
      return element('div', { class: row.initials === '' ? 'say assistant first' : 'say agent first', 'aria-hidden': 'true' }, row.initials === '' ? null : avatar(row.initials), element('p', { class: 'bubble dots' }, element('i'), element('i'), element('i')));
    case 'waiting':
      return element('div', { class: 'waiting' }, icon('hourglass', 18), element('strong', {}, say('waitingTitle')), element('span', {}, say('waitingHelp')));
    case 'closed':
      return element('div', { class: 'closed' }, element('p', { class: 'line' }, icon('check', 14), say('closedLine')), element('p', { class: 'line' }, say('closedHelp')));
  }
}

function bubble(row: Extract<Row, { kind: 'bubble' }>, { texts }: RowContext): HTMLElement {
  const { say } = texts;
  const who = { customer: say('fromYou'), assistant: say('fromAssistant'), agent: say('fromAgent', { name: row.name }), system: say('fromService') }[row.from];
  const text = element('p', { class: 'bubble', dir: 'auto', lang: row.language === '' || row.language === texts.language ? null : row.language }, element('span', { class: 'sr' }, `${who} `));
  for (const { text: stretch, href } of findLinks(row.text)) {
    text.append(href === undefined ? stretch : element('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, stretch, element('span', { class: 'sr' }, ` (${say('newTab')})`)));
  }
  return element('div', { class: `say ${row.from}${row.first ? ' first' : ''}` }, row.from === 'agent' ? avatar(row.first ? row.initials : '') : null, text);
}

function options(row: Extract<Row, { kind: 'options' }>, { texts, press }: RowContext): HTMLElement {
  const group = element('div', { class: 'options', role: 'group', 'aria-label': texts.say('options') });
  for (const option of row.options) {
    const button = element('button', { type: 'button', dir: 'auto', class: row.chosen === option.value ? 'chosen' : null, disabled: row.chosen === null ? null : '' }, option.label);
    button.onclick = () => press(row.messageId, option);
    group.append(button);
  }
  return group;
}
