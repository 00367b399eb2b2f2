import { expect, type Browser } from '@playwright/test';
import { apiOf } from '../api-of';
import { signIn } from '../people';
import type { Program } from '../program';

export type Api = ReturnType<typeof apiOf>;

/** The people who answer, each available only while somebody is to join. */
export interface Agents {
  /** Takes the conversation: `who`, or whoever it is offered to. */
  join(conversation: string, who: string | undefined): Promise<void>;
  /** Who took it gives it back to the assistant, or closes it. */
  leave(conversation: string, how: 'released' | 'closed'): Promise<void>;
}

export async function seatAgents(browser: Browser, program: Program, names: readonly string[]): Promise<Agents> {
  const seated = new Map<string, Api>();
  for (const name of names) seated.set(name, apiOf(program, (await signIn(browser, program, name)).context()));
  const holders = new Map<string, Api>();
  return {
    async join(conversation, who) {
      const able = [...seated].filter(([name]) => who === undefined || name === who).map(([, api]) => api);
      for (const api of able) await api.presence.set.mutate({ presence: 'available' });
      const offered = async () => {
        for (const api of able) {
          if ((await api.inbox.list.query({ view: 'offered' })).some(({ id }) => id === conversation)) holders.set(conversation, api);
        }
        return holders.has(conversation);
      };
      await expect.poll(offered, { intervals: [50, 100, 200], timeout: 20_000, message: `offered to ${who ?? 'somebody'}` }).toBe(true);
      await holders.get(conversation)?.inbox.accept.mutate({ id: conversation });
      for (const api of able) await api.presence.set.mutate({ presence: 'away' });
    },
    async leave(conversation, how) {
      const holder = holders.get(conversation);
      holders.delete(conversation);
      await (how === 'released' ? holder?.inbox.release.mutate({ id: conversation }) : holder?.inbox.close.mutate({ id: conversation, disposition: 'solved' }));
    },
  };
}
