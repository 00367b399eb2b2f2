import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appRouter } from '@/lib/api/router';
import type { Caller } from '@/lib/auth/caller';
import { callerOf } from '@/lib/auth/membership';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import { plantDemo, type DemoSignIn } from '@/lib/cli/seed/seed-demo';
import { DATABASE_FILE, type Env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { migrateDatabase } from '@/lib/store/migrate';
import { createDoor } from '../door';
import { listen } from '../listen';
import { createProgram, type Program } from '../program';
import { routes } from '../routes';
import { stopServers } from '../stop-servers';

/** The whole program but Next, on a real file with two workspaces that hold the same demo. */
export interface TestProgram {
  program: Program;
  /** Answers over HTTP; pages answer with the headers they were given, as JSON. */
  url: string;
  /** Workspaces `a` and `b`; people have addresses such as `lea@a.example`. */
  workspaces: { a: TestWorkspace; b: TestWorkspace };
  caller(email: string): Promise<Caller>;
  /** The API as that person calls it; null for nobody. */
  api(email: string | null): Promise<ReturnType<typeof appRouter.createCaller>>;
  /** Signs in over HTTP; the cookie header to send. */
  signIn(email: string): Promise<string>;
  stop(): Promise<void>;
}

export interface TestWorkspace {
  id: string;
  connectionId: string;
  publicKey: string;
  flowId: string;
  signIns: DemoSignIn[];
}

export async function startTestProgram(options: Pick<Parameters<typeof createProgram>[0], 'registry' | 'senders' | 'tracing'> & { env?: Partial<Env> } = {}): Promise<TestProgram> {
  const dataDir = mkdtempSync(join(tmpdir(), 'relais-test-'));
  const database = join(dataDir, DATABASE_FILE);
  migrateDatabase(database, 'prisma/migrations', Date.now());
  const log = createLog('silent');
  const program = createProgram({ ...options, root: process.cwd(), env: { dataDir, database, secret: null, port: 0, publicUrl: null, httpAllow: [], metricsToken: null, tracesUrl: null, logLevel: 'silent', ...options.env }, log });
  const workspaces = { a: await plant(program, 'a'), b: await plant(program, 'b') };
  await program.start();
  const table = routes(program, {
    root: process.cwd(),
    dev: false,
    async next(request, response) {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ path: request.url, headers: request.headers }));
    },
  });
  const { port, servers } = await listen(createDoor({ routes: table, publicUrl: null, log, watch: program.watch, stopping: program.stopping }), 0);
  const url = `http://localhost:${port}`;

  async function caller(email: string): Promise<Caller> {
    const user = await program.store.admin.user.findUniqueOrThrow({ where: { email } });
    const found = await callerOf(program.store.admin, user.id, 'en');
    if (!found) throw new Error(`${email} is a member of nothing`);
    return found;
  }

  return {
    program,
    url,
    workspaces,
    caller,
    api: async (email) => appRouter.createCaller({ caller: email === null ? null : await caller(email), services: program.services, sentence: (code) => code }),
    async signIn(email) {
      const account = [...workspaces.a.signIns, ...workspaces.b.signIns].find((signIn) => signIn.email === email);
      const answer = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email, password: account?.password }),
      });
      if (!answer.ok) throw new Error(`sign-in of ${email}: ${answer.status} ${await answer.text()}`);
      return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
    },
    stop: () => stop(program, servers, dataDir),
  };
}

/** A visitor's conversation that has asked for an advisor and waits in the queue; its first message is `text`. */
export async function queuedConversation({ program }: TestProgram, workspace: TestWorkspace, text: string): Promise<string> {
  const { conversationId } = await program.runtime.openConversation({ workspaceId: workspace.id, connectionId: workspace.connectionId, externalId: randomUUID(), language: 'fr' });
  const key = { workspaceId: workspace.id, conversationId };
  await program.runtime.deliver(key, { key: randomUUID(), type: 'customer.message', text });
  await program.runtime.deliver(key, { key: randomUUID(), type: 'customer.message', text: 'Autre chose', choice: 'welcome:other' });
  return conversationId;
}

async function plant(program: Program, name: string): Promise<TestWorkspace> {
  const { admin } = program.store;
  const publicKey = `key-${name}`;
  const signIns = await plantDemo(admin, program.auth, program.clock.now(), { ...DEMO, domain: `${name}.example`, connection: { name, publicKey } });
  const connection = await admin.channelConnection.findUniqueOrThrow({ where: { publicKey } });
  return { id: connection.workspaceId, connectionId: connection.id, publicKey, flowId: connection.flowId ?? '', signIns };
}

async function stop(program: Program, servers: Server[], dataDir: string): Promise<void> {
  program.beginStop();
  await stopServers(servers, program.sayGoodbye, program.settled);
  await program.close();
  rmSync(dataDir, { recursive: true, force: true });
}
