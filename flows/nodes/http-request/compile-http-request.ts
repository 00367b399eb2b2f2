import type { ActionJson, GuardJson } from '@/flows/compiler/machine-json';
import type { Variable } from '@/flows/document/variable';
import type { RequestTemplate } from '@/flows/http/request-template';
import type { CompileContext, Plan, StateFragment } from '../define-node';
import { patchContact } from '../variables/patch-contact';
import { bodyTemplate } from './body-template';
import { fieldTemplates } from './field-templates';
import type { HttpRequestData } from './http-request.node';
import { answerPath } from './answer-path';
import { reportAddress } from './report-address';

type Branch = { when: GuardJson; plan: Plan };

/** asked → one of the ways out. What the customer writes meanwhile is held until the answer is there. */
export function compileHttpRequest(context: CompileContext<HttpRequestData>): StateFragment {
  const { data, node, variables } = context;
  reportAddress(context);
  const kept = data.keep.flatMap(({ variable: name, from }) => {
    const variable = variables.get(name);
    return variable ? [{ variable, from }] : [];
  });
  const request: RequestTemplate = {
    method: data.method,
    url: data.url,
    headers: fieldTemplates('headers', context),
    query: fieldTemplates('query', context),
    body: bodyTemplate(context),
    timeoutMs: data.timeout * 1000,
    keyed: data.keyed,
    outcomes: { ...Object.fromEntries(data.success.map((status) => [status, 'ok'])), ...Object.fromEntries(data.statuses.map(({ id, status }) => [status, `status:${id}`])) },
    reads: kept.map(({ variable: { name, type }, from }) => ({
      variable: name,
      type,
      from: from.part === 'body' ? { part: 'body', path: answerPath(from.path) } : from.part === 'header' ? { part: 'header', name: from.name.toLowerCase() } : from,
    })),
  };
  const failed: Plan = { do: [], then: { exit: 'failed', reason: 'request-failed' } };
  const statuses = data.statuses.map(({ id }): Branch => ({
    when: { type: 'result-is', params: { outcome: `status:${id}` } },
    plan: { do: [], then: { exit: `status:${id}`, reason: 'answered' } },
  }));
  return {
    entry: { do: [{ type: 'request', params: { node: node.id, ...request } }], then: { wait: 'asked' } },
    waits: {
      asked: {
        for: 'effect',
        on: {
          'message.received': { do: [{ type: 'hold-message', params: { node: node.id } }], then: { wait: 'asked' } },
          'effect.succeeded': {
            do: [],
            then: {
              branch: [{ when: { type: 'result-is', params: { outcome: 'ok' } }, plan: { do: take(node.id, kept.map(({ variable }) => variable)), then: { exit: 'ok', reason: 'answered' } } }, ...statuses],
              otherwise: failed,
            },
          },
          'effect.failed': failed,
        },
      },
    },
  };
}

function take(node: string, variables: readonly Variable[]): ActionJson[] {
  if (variables.length === 0) return [];
  return [
    { type: 'take-values', params: { variables: variables.map(({ name, type }) => ({ name, type })) } },
    ...variables.flatMap((variable) => patchContact(node, variable)),
  ];
}
