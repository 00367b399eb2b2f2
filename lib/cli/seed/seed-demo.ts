import type { Calendar } from '@/flows/calendars/calendar';
import { articleSchema } from '@/flows/knowledge/article';
import articles from '@/flows/library/articles.json';
import type { Auth } from '@/lib/auth/create-auth';
import type { Role } from '@/lib/auth/roles';
import { newId } from '@/lib/ids';
import { articleColumns } from '@/lib/knowledge/article-columns';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { demoFlows } from './demo-flows';
import { DEMO } from './demo-workspace';
import { randomPassword } from '@/lib/auth/random-password';

/** How someone of the demo workspace signs in. The password is known at this moment only: the database keeps its hash. */
export interface DemoSignIn {
  email: string;
  password: string;
  name: string;
  roles: Role[];
}

/** Sets up the demo workspace in an empty database; null when the database is not empty. */
export async function seedDemo(prisma: AdminDatabase, auth: Auth, now: number): Promise<DemoSignIn[] | null> {
  if ((await prisma.workspace.count()) > 0 || (await prisma.user.count()) > 0) return null;
  return plantDemo(prisma, auth, now, DEMO);
}

/** Adds a workspace with people, skills, a queue, opening hours, articles, the library's flows and tests, and a web chat on the first of them: all of it, or nothing. */
export async function plantDemo(prisma: AdminDatabase, auth: Auth, now: number, demo: typeof DEMO): Promise<DemoSignIn[]> {
  const { password: hashing } = await auth.$context;
  const people = await Promise.all(
    demo.people.map(async (person) => {
      const password = randomPassword();
      return { ...person, userId: newId(), email: `${person.key}@${demo.domain}`, password, hash: await hashing.hash(password) };
    }),
  );
  const workspaceId = newId();
  const at = BigInt(now);
  const agents = people.filter(({ skills }) => skills);
  const { flows, version, tests } = demoFlows(people[0]?.userId ?? '', at, demo);
  await prisma.$transaction([
    prisma.workspace.create({ data: { id: workspaceId, name: demo.workspace.name, languages: JSON.stringify(demo.workspace.languages), knowledgeVersion: 1, createdAt: at } }),
    prisma.user.createMany({ data: people.map(({ userId, name, email }) => ({ id: userId, name, email, emailVerified: true })) }),
    prisma.account.createMany({ data: people.map(({ userId, hash }) => ({ id: newId(), userId, accountId: userId, providerId: 'credential', password: hash })) }),
    prisma.membership.createMany({ data: people.map(({ userId }) => ({ workspaceId, userId, createdAt: at })) }),
    prisma.membershipRole.createMany({ data: people.flatMap(({ userId, roles }) => roles.map((role) => ({ workspaceId, userId, role }))) }),
    prisma.skill.createMany({ data: Object.entries(demo.skills).map(([key, name]) => ({ workspaceId, key, name: JSON.stringify(name) })) }),
    prisma.queue.create({ data: { workspaceId, key: demo.queue.key, name: JSON.stringify(demo.queue.name), isDefault: true } }),
    prisma.calendar.create({ data: { workspaceId, ...calendarRow(demo.calendar), updatedAt: at } }),
    prisma.agentProfile.createMany({ data: agents.map(({ userId }) => ({ workspaceId, userId, presence: 'offline', presenceAt: at, idleSince: at })) }),
    prisma.agentSkill.createMany({
      data: agents.flatMap(({ userId, skills }) => Object.entries(skills ?? {}).map(([skillKey, level]) => ({ workspaceId, userId, skillKey, level }))),
    }),
    prisma.queueMember.createMany({ data: agents.map(({ userId }) => ({ workspaceId, queueKey: demo.queue.key, userId })) }),
    prisma.flow.createMany({ data: flows.map((flow) => ({ workspaceId, ...flow })) }),
    prisma.flowVersion.create({ data: { workspaceId, ...version } }),
    prisma.flowTest.createMany({ data: tests.map((test) => ({ workspaceId, ...test })) }),
    prisma.article.createMany({ data: articles.map((article) => ({ workspaceId, ...articleRow(article), createdAt: at, updatedAt: at })) }),
    prisma.channelConnection.create({
      data: { workspaceId, id: newId(), channel: 'web-chat', ...demo.connection, settings: JSON.stringify({ name: demo.workspace.name }), flowId: version.flowId, createdAt: at },
    }),
  ]);
  return people.map(({ email, password, name, roles }) => ({ email, password, name, roles }));
}

function calendarRow({ key, name, timeZone, spans, holidays }: Calendar) {
  return { key, name: JSON.stringify(name), timeZone, spans: JSON.stringify(spans), holidays: JSON.stringify(holidays) };
}

function articleRow(source: unknown) {
  const { id, ...content } = articleSchema.parse(source);
  return { id, ...articleColumns(content) };
}
