import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ConversationKey, Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';

/** The runtime in a process of its own, as its parent sees it. */
export interface RuntimeProcess {
  /** Resolves with the receipt; never, when the process dies first. */
  deliver(key: ConversationKey, event: RuntimeEvent): Promise<Receipt>;
  /** Pulls the plug. */
  kill(): Promise<void>;
  process: ChildProcess;
}

export async function startChild(command: string, args: readonly string[]): Promise<RuntimeProcess> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<string, (receipt: Receipt) => void>();
  // A write to a process that was just killed fails; the sender repeats itself anyway.
  child.stdin.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`the runtime ended before it was ready: ${code ?? signal}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = JSON.parse(line) as { ready?: true; of?: string; receipt?: Receipt };
      if (message.ready) resolve();
      if (message.of !== undefined && message.receipt) {
        waiting.get(message.of)?.(message.receipt);
        waiting.delete(message.of);
      }
    });
  });
  return {
    process: child,
    deliver: (key, event) =>
      new Promise((resolve) => {
        waiting.set(`${key.conversationId} ${event.key}`, resolve);
        child.stdin.write(`${JSON.stringify({ key, event })}\n`);
      }),
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
