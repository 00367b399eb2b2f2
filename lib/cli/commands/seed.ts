import { authSecret } from '@/lib/auth/auth-secret';
import { createAuth } from '@/lib/auth/create-auth';
import { systemClock } from '@/lib/clock';
import { openStore } from '@/lib/store/open-store';
import { CliError } from '../cli-error';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { prepareDatabase } from '../database';
import { printSignIns } from '../print-sign-ins';
import { seedDemo } from '../seed/seed-demo';

/** `relais seed`: the demo workspace into an empty database; refuses any other. */
export async function seed(context: CommandContext): Promise<ExitCode> {
  const { env } = await prepareDatabase(context);
  const store = openStore(env.database);
  try {
    const auth = createAuth({ prisma: store.admin, kind: store.kind, secret: env.secret ?? authSecret(env.dataDir), publicUrl: env.publicUrl });
    const signIns = await seedDemo(store.admin, auth, systemClock.now());
    if (!signIns) throw new CliError(context.say('seed.notEmpty'));
    printSignIns(signIns, context);
    return EXIT.ok;
  } finally {
    await store.close();
  }
}
