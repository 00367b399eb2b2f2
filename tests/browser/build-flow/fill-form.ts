import type { Locator } from '@playwright/test';
import type { FieldSpec, NamedField } from './flow-facts';
import type { StudioHands } from './studio-hands';

type Data = Readonly<Record<string, unknown>>;

/** Where a form is being filled, and how. */
export interface Form {
  hands: StudioHands;
  /** What is looked for stands in here: the form, or a part of it. */
  root: Locator;
  /** The language the form shows; what is no text is filled with the first one only. */
  language: string;
  first: boolean;
  /** What the form calls a place in the data, such as `options.label`. */
  label(place: string): string;
  /** What a variable is called in the language shown. */
  variable(name: string): string;
  /** The workspace's names of its skills, queues and calendars, by key. */
  named(kind: 'skill' | 'queue' | 'calendar', key: string | null): string;
}

/** Fills the fields of a step, or of a part of one, in the order they stand in. */
export async function fillFields(form: Form, fields: readonly NamedField[], data: Data, place = ''): Promise<void> {
  for (const { name, spec } of fields) await fillField(form, spec, place === '' ? name : `${place}.${name}`, data[name], false);
}

/** `unlabelled`: what it is called has been said outside of it. */
async function fillField(form: Form, spec: FieldSpec, place: string, value: unknown, unlabelled: boolean): Promise<void> {
  const { hands, root, first, language } = form;
  const label = form.label(place);
  const field = root.getByRole(spec.kind === 'number' ? 'spinbutton' : 'textbox', { name: label, exact: true }).first();
  const box = root.getByRole('combobox', { name: label, exact: true }).first();
  if (spec.nullable && spec.kind !== 'queue' && spec.kind !== 'variable') {
    const lever = root.getByRole('switch', { name: label, exact: true });
    const on = value !== null && value !== undefined;
    if (first && (await lever.isChecked()) !== on) await hands.press(lever);
    return on ? fillField(form, { ...spec, nullable: false } as FieldSpec, place, value, true) : undefined;
  }
  switch (spec.kind) {
    case 'hidden':
      return;
    case 'localized-text':
      return hands.write(field, textIn(value, language));
    case 'localized-list':
      return hands.write(field, ((value as Record<string, string[]>)[language] ?? []).join('\n'));
    case 'message':
      return fillMessage(form, label, (value as { parts: { text: unknown }[] }).parts);
    case 'group':
      return fillFields(unlabelled ? form : { ...form, root: root.getByRole('group', { name: label, exact: true }) }, spec.fields, value as Data, place);
    case 'union': {
      const { [spec.key]: member, ...inner } = value as Record<string, unknown>;
      if (first) await hands.choose(box, form.label(`${place}.${spec.key}.${String(member)}`));
      return fillFields(form, spec.members.find((each) => each.value === member)?.fields ?? [], inner, place);
    }
    case 'list':
      return fillList(form, spec, place, value as unknown[]);
  }
  if (!first) return;
  switch (spec.kind) {
    case 'text':
    case 'request-template':
    case 'number':
      return hands.write(field, String(value));
    case 'duration':
      return fillDuration(form, label, String(value));
    case 'enum':
      return hands.choose(box, form.label(`${place}.${String(value)}`));
    case 'queue':
      return hands.choose(box, form.named('queue', value as string | null));
    case 'variable':
      return hands.choose(box, value === null ? 'None' : form.variable(String(value)));
    case 'calendar':
      return hands.choose(box, form.named('calendar', String(value)));
    case 'skills':
      return fillSkills(form, label, value as string[]);
    default:
      throw new Error(`nobody has told these hands how to fill a ${spec.kind} (${place})`);
  }
}

async function fillMessage({ hands, root, language }: Form, label: string, parts: readonly { text: unknown }[]): Promise<void> {
  const bubble = (index: number) => root.getByRole('textbox', { name: parts.length > 1 ? `${label} ${index + 1}` : label, exact: true }).first();
  for (const [index, { text }] of parts.entries()) {
    if ((await bubble(index).count()) === 0) await hands.press(root.getByRole('button', { name: 'Add a bubble' }).first());
    await hands.write(bubble(index), textIn(text, language));
  }
}

async function fillDuration({ hands, root }: Form, label: string, iso: string): Promise<void> {
  const [, amount = '', unit = ''] = /^PT?(\d+)([SMHD])$/.exec(iso) ?? [];
  await hands.choose(root.getByRole('combobox', { name: `Unit of ${label}`, exact: true }), { S: 'seconds', M: 'minutes', H: 'hours', D: 'days' }[unit] ?? '');
  await hands.write(root.getByRole('spinbutton', { name: label, exact: true }), amount);
}

async function fillSkills({ hands, root, named }: Form, label: string, keys: readonly string[]): Promise<void> {
  const group = root.getByRole('group', { name: label, exact: true });
  for (const key of keys) await hands.pick(group.getByRole('button', { name: 'Add a skill' }), named('skill', key));
}

async function fillList(form: Form, spec: FieldSpec & { kind: 'list' }, place: string, items: readonly unknown[]): Promise<void> {
  const root = form.root.getByRole('group', { name: form.label(place), exact: true });
  const item = (number: number) => root.getByRole('group', { name: `${ITEM[spec.of]} ${number}`, exact: true });
  if (form.first) {
    while ((await item(items.length + 1).count()) > 0) await form.hands.press(item(items.length + 1).getByRole('button', { name: /^Remove / }));
  }
  for (const [index, value] of items.entries()) {
    if ((await item(index + 1).count()) === 0) await form.hands.press(root.getByRole('button', { name: /^Add a(n option| case| value| row)$/ }));
    await fillField({ ...form, root: item(index + 1) }, spec.item, place, value, true);
  }
}

const ITEM = { options: 'Option', cases: 'Case', assignments: 'Value', rows: 'Row' } as const;

function textIn(value: unknown, language: string): string {
  return (value as Record<string, string>)[language] ?? '';
}
