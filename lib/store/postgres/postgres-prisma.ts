import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { AdminDatabase } from '../prisma/lane-prisma';
import { PrismaClient } from './generated/client';

/** Prisma over a given pool, which it neither opens nor closes: the same models as on SQLite, from the same schema. */
export function createPostgresAdmin(pool: pg.Pool): AdminDatabase {
  return new PrismaClient({ errorFormat: 'minimal', adapter: new PrismaPg(pool) }) as unknown as AdminDatabase;
}
