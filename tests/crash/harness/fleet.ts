import type { ConversationKey, Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';
import type { RuntimeProcess } from '../child-process';
import type { Random } from './random';

/** Processes over one database, any of which takes any event. */
export interface Fleet {
  /** Through one that runs now, or the next to run. Undefined when it gave no receipt; rejects when one ended though nobody killed it. */
  deliver(key: ConversationKey, event: RuntimeEvent): Promise<Receipt | undefined>;
  /** Kills one of them and starts it again; now and then leaves it down for a while, or kills it while it starts. */
  strike(): Promise<void>;
  /** Kills one of several for good: the others have to finish what it began. */
  lose(): Promise<void>;
  /** Processes killed so far. */
  kills(): number;
  /** Receipts given so far. */
  receipts(): number;
  stop(): Promise<void>;
}

/** A struck process stays down for longer than a timer may be late unnoticed. */
const DOWN = { chance: 0.15, leastMs: 1200, mostMs: 2500 };
const KILLED_STARTING = { chance: 0.15, mostMs: 600 };

export async function startFleet(size: number, spawn: () => RuntimeProcess, random: Random): Promise<Fleet> {
  const running: (RuntimeProcess | undefined)[] = [];
  let fallen = 0;
  let kills = 0;
  let receipts = 0;
  let wanting: (() => void)[] = [];

  async function start(place: number): Promise<void> {
    const child = spawn();
    await child.ready;
    running[place] = child;
    child.process.once('exit', () => {
      if (running[place] === child) fallen += 1;
    });
    for (const wake of wanting.splice(0)) wake();
  }

  async function kill(place: number): Promise<void> {
    const child = running[place];
    running[place] = undefined;
    await child?.kill();
    kills += 1;
  }

  async function one(): Promise<RuntimeProcess> {
    for (;;) {
      // Nobody starts it again: senders would repeat themselves for ever.
      if (fallen > 0) throw new Error(`${fallen} processes ended though nobody killed them`);
      const alive = running.filter((child) => child !== undefined);
      if (alive.length > 0) return random.pick(alive);
      await new Promise<void>((resolve) => wanting.push(resolve));
    }
  }

  await Promise.all(Array.from({ length: size }, (_, place) => start(place)));
  return {
    async deliver(key, event) {
      const receipt = await (await one()).deliver(key, event);
      if (receipt) receipts += 1;
      return receipt;
    },
    async strike() {
      const place = random.between(0, size - 1);
      await kill(place);
      if (random.chance(KILLED_STARTING.chance)) {
        const starting = spawn();
        await new Promise((resolve) => setTimeout(resolve, random.draw() * KILLED_STARTING.mostMs));
        await starting.kill();
        kills += 1;
      }
      if (random.chance(DOWN.chance)) await new Promise((resolve) => setTimeout(resolve, random.between(DOWN.leastMs, DOWN.mostMs)));
      await start(place);
    },
    lose: () => kill(random.between(0, size - 1)),
    kills: () => kills,
    receipts: () => receipts,
    async stop() {
      wanting = [];
      await Promise.all(running.splice(0).map((child) => child?.kill()));
    },
  };
}
