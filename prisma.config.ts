import { defineConfig } from 'prisma/config';

/** Read by Prisma's command line only. The program opens its database itself (lib/store/sqlite/open-database.ts). */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./data/relais.db' },
});
