import { expect, type Browser } from '@playwright/test';
import type { Script } from '../../../flows/simulator/script';
import type { Transcript } from '../../../flows/simulator/transcript';
import { changeData } from '../pages/change-data';
import { Customer } from '../people';
import type { Program } from '../program';
import type { Agents } from './agents';
import type { LetTimePass } from './let-time-pass';
import { pressOldButton } from './press-old-button';

/** Where conversations are played for real. */
export interface Stage {
  program: Program;
  browser: Browser;
  agents: Agents;
  /** What the simulator makes of a script. */
  simulated(script: Script): Transcript;
  letTimePass: LetTimePass;
  /** The shop's page in a language. */
  shop(language: 'en' | 'fr'): string;
  /** Public key of the shop's web chat. */
  key: string;
}

/**
 * A customer in the shop's widget does what the script says, agents and time do theirs. After each event she must see
 * what the simulator says she sees: every word of the assistant so far, and the buttons to answer with.
 */
export async function playScript(stage: Stage, script: Script): Promise<void> {
  const { browser, agents, program, key } = stage;
  const spoken = script.language.startsWith('fr') ? 'fr' : 'en';
  const played = (count: number) => stage.simulated({ ...script, events: script.events.slice(0, count) });
  let customer = await Customer.arrive(browser, stage.shop(spoken), spoken);
  for (const [index, event] of script.events.entries()) {
    const before = index === 0 ? [] : played(index).entries;
    await act(event, before.flatMap(({ options }) => options ?? []));
    const { entries, state } = played(index + 1);
    const words = entries.filter(({ from }) => from === 'assistant').map(({ text }) => text ?? '');
    await expect.poll(() => assistantWords(customer), { message: `after ${JSON.stringify(script.events.slice(0, index + 1))}`, intervals: [50, 100, 200], timeout: 20_000 }).toEqual(words.join('\n'));
    const options = entries.at(-1)?.options;
    if (options) await expect(customer.thread.getByRole('group').getByRole('button')).toHaveText(options.map(({ label }) => label));
    // What she writes after the end begins another conversation, of which the script says nothing.
    if (state === 'done') break;
  }
  await customer.leave();

  async function act(event: Script['events'][number], shown: readonly { value: string; label: string }[]): Promise<void> {
    if ('say' in event) await customer.write(event.say);
    else if ('press' in event) {
      const { label = event.press } = shown.findLast(({ value, label: each }) => value === event.press || each === event.press) ?? {};
      const button = customer.thread.getByRole('button', { name: label, exact: true });
      if ((await button.count()) > 0) await button.click();
      else await pressOldButton(program, key, await tokenOf(stage, customer), label);
    } else if ('skip' in event) await stage.letTimePass(await conversationOf(stage, customer), event.skip);
    else if ('customer' in event) customer = await customer.comeBack();
    else if ('agent' in event && event.agent === 'joined') await agents.join(await conversationOf(stage, customer), event.as);
    else if ('agent' in event && (event.agent === 'released' || event.agent === 'closed')) await agents.leave(await conversationOf(stage, customer), event.agent);
    // Nobody is available until somebody joins, here too.
    else if (!('handoff' in event)) throw new Error(`nobody here can do ${JSON.stringify(event)}`);
  }
}

/** Every word the assistant has said, as she reads it. */
async function assistantWords(customer: Customer): Promise<string> {
  const bubbles = customer.thread.locator('.say.assistant .bubble:not(.dots)');
  const texts = await bubbles.evaluateAll((all) => all.map((bubble) => [...bubble.childNodes].filter((node) => !(node instanceof Element && node.matches('.sr'))).map((node) => node.textContent).join('')));
  return texts.join('\n');
}

/** The conversation of the browser's visitor, whose token names her. */
async function conversationOf(stage: Stage, customer: Customer): Promise<string> {
  const { v } = JSON.parse(Buffer.from((await tokenOf(stage, customer)).split('.')[1] ?? '', 'base64url').toString()) as { v: string };
  let id = '';
  changeData(stage.program, (database) => {
    id = (database.prepare('SELECT c."id" FROM "Conversation" c JOIN "Identity" i ON i."id" = c."identityId" WHERE i."externalId" = ?').get(v) as { id: string }).id;
  });
  return id;
}

function tokenOf({ key }: Stage, customer: Customer): Promise<string> {
  return customer.page.evaluate((name) => localStorage.getItem(name) ?? '', `relais:${key}:token`);
}
