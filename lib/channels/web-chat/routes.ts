const BASE = '/chat/v1/';

const ACTIONS = {
  config: 'GET',
  visitors: 'POST',
  messages: 'POST',
  conversation: 'GET',
  events: 'GET',
  typing: 'POST',
  receipts: 'POST',
} as const;
export type Action = keyof typeof ACTIONS;

/** `publicKey` is empty when what stands there cannot be one; `action` is null for an unknown address. */
export interface Route {
  publicKey: string;
  action: { name: Action; method: 'GET' | 'POST' } | null;
  query: URLSearchParams;
}

/** The route of a request target such as `/chat/v1/demo/events?after=3`; null when it is not ours. */
export function matchRoute(target: string): Route | null {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (!path.startsWith(BASE)) return null;
  const [publicKey = '', name = '', ...rest] = path.slice(BASE.length).split('/');
  return {
    publicKey: /^[A-Za-z0-9_-]{1,64}$/.test(publicKey) ? publicKey : '',
    action: rest.length === 0 && isAction(name) ? { name, method: ACTIONS[name] } : null,
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
  };
}

function isAction(name: string): name is Action {
  return Object.hasOwn(ACTIONS, name);
}
