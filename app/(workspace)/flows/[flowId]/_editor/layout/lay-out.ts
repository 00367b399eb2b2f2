import type { ELK, ElkNode } from 'elkjs/lib/elk-api';

let elk: Promise<ELK> | null = null;

/** Lays a graph out beside the page, so that typing goes on. The program comes with the first use. */
export async function layOut(graph: ElkNode): Promise<ElkNode> {
  elk ??= start();
  try {
    return await (await elk).layout(graph);
  } catch (error) {
    // A worker that could not start is not asked again.
    elk = null;
    throw error;
  }
}

async function start(): Promise<ELK> {
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  return new Elk({ workerFactory: () => new Worker(new URL('./layout.worker.ts', import.meta.url)) });
}
