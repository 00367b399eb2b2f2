import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { Client } from '@libsql/client';
import { PrismaClient } from './generated/client';
import type { Prisma } from './generated/client';

/**
 * What administrative code gets of Prisma: everything but interactive transactions, which would keep the only
 * writer waiting for whatever the callback awaits. A unit of work is a batch: `$transaction([…])`.
 */
export type AdminDatabase = Omit<PrismaClient, '$transaction' | '$connect' | '$disconnect' | '$extends' | '$on' | 'transaction'> & {
  $transaction<P extends Prisma.PrismaPromise<unknown>[]>(batch: [...P]): Promise<{ [K in keyof P]: Awaited<P[K]> }>;
};

/** Prisma over a given database client, which it neither opens nor closes. */
export function createAdminDatabase(client: Client): AdminDatabase {
  class Adapter extends PrismaLibSql {
    override createClient(): Client {
      return client;
    }
  }
  return new PrismaClient({ errorFormat: 'minimal', adapter: new Adapter({ url: 'file:lane' }) }) as unknown as AdminDatabase;
}
