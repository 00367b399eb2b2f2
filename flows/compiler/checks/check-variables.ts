import { checkCondition, checkExpression, namesRead } from '@/flows/expressions/condition';
import { templateNames } from '@/flows/expressions/template';
import { conditionTypes } from '@/flows/expressions/variable-types';
import { dataFields } from '@/flows/nodes/data-fields';
import type { ResolvedFlow } from '../resolved-flow';
import { textsIn } from './check-texts';

type Path = (string | number)[];

/** Names that stand beside the variables in templates and expressions. */
const BESIDE = new Set(['contact', 'message']);

/** Every name used is declared once, every expression fits the declared types, and no message shows a secret. */
export function checkVariables(flow: ResolvedFlow): void {
  const seen = new Set<string>();
  flow.document.variables.forEach(({ name }, index) => {
    if (seen.has(name)) flow.report('duplicate-variable', { path: ['variables', index] }, { name });
    seen.add(name);
  });
  for (const [id, resolved] of flow.nodes) {
    for (const { field, path, meta, value } of dataFields(resolved.type.data, resolved.data)) {
      if (typeof value !== 'string') continue;
      if (field === 'variable' && !flow.variables.has(value)) unknown(flow, id, path, value);
      if (field === 'expression') checkSource(flow, id, path, value, meta.gives === 'value');
    }
    for (const { text, path, template, internal, plain = false } of textsIn(resolved)) {
      if (!template) continue;
      for (const [language, source] of Object.entries(text)) checkNames(flow, id, plain ? path : [...path, language], source, { internal, plain });
    }
  }
}

function checkSource(flow: ResolvedFlow, node: string, path: Path, source: string, anyValue: boolean): void {
  const names = namesRead(source) ?? [];
  const missing = names.filter((name) => !flow.variables.has(name) && !BESIDE.has(name));
  for (const name of missing) unknown(flow, node, path, name);
  if (missing.length > 0) return;
  const types = conditionTypes([...flow.variables.values()]);
  const checked = anyValue ? checkExpression(source, types) : checkCondition(source, types);
  if (checked.ok) return;
  flow.report('bad-condition', { node, path }, { detail: checked.message, ...(checked.at === undefined ? {} : { at: checked.at }) });
}

function checkNames(flow: ResolvedFlow, node: string, path: Path, source: string, { internal, plain }: { internal: boolean; plain: boolean }): void {
  for (const name of templateNames(source)) {
    if (BESIDE.has(name) || (plain && name === 'secrets')) continue;
    const variable = flow.variables.get(name);
    if (!variable) unknown(flow, node, path, name);
    else if (variable.type === 'secret' && !internal) flow.report('secret-in-message', { node, path }, { name });
  }
}

function unknown(flow: ResolvedFlow, node: string, path: Path, name: string): void {
  flow.report('unknown-variable', { node, path }, { name: name === '' ? '…' : name });
}
