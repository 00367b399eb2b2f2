import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ConversationKey, Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';

/** The runtime in a process of its own, as its parent sees it. */
export interface RuntimeProcess {
  /** The receipt; undefined when the process died or refused before it gave one. */
  deliver(key: ConversationKey, event: RuntimeEvent): Promise<Receipt | undefined>;
  /** Pulls the plug. */
  kill(): Promise<void>;
  /** Resolves when it answers; rejects when it ends before. */
  ready: Promise<void>;
  process: ChildProcess;
}

interface Line {
  ready?: true;
  of?: string;
  receipt?: Receipt;
}

/** Starts it and does not wait: it may be killed before it is ready. */
export function spawnChild(command: string, args: readonly string[]): RuntimeProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<string, ((receipt: Receipt | undefined) => void)[]>();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let over = false;
  // A write to a process that was just killed fails; the sender repeats itself anyway.
  child.stdin.on('error', () => undefined);
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      over = true;
      reject(new Error(`the runtime ended before it was ready: ${code ?? signal}`));
    });
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const message = JSON.parse(line) as Line;
      if (message.ready) resolve();
      if (message.of === undefined) return;
      waiting.get(message.of)?.shift()?.(message.receipt);
    });
    // What it had answered before it died is read to the end; the rest is never answered.
    lines.once('close', () => {
      for (const senders of waiting.values()) for (const sender of senders) sender(undefined);
      waiting.clear();
    });
  });
  // Whoever kills it early does not ask.
  ready.catch(() => undefined);
  return {
    process: child,
    ready,
    deliver(key, event) {
      if (over) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const name = `${key.conversationId} ${event.key}`;
        waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
        child.stdin.write(`${JSON.stringify({ key, event })}\n`);
      });
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts it and waits until it answers. */
export async function startChild(command: string, args: readonly string[]): Promise<RuntimeProcess> {
  const child = spawnChild(command, args);
  await child.ready;
  return child;
}
