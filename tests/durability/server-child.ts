import { writeSync } from 'node:fs';
import { startTestProgram } from '@/lib/server/testing/test-program';
import { plantNormal } from './plant-normal';

/** The whole program but its pages, on a new database, in a process whose system calls are watched. Ends with its input. */
const program = await startTestProgram();
if (process.argv[2] === 'NORMAL') plantNormal();
writeSync(1, `${JSON.stringify({ url: program.url, publicKey: program.workspaces.a.publicKey })}\n`);
process.stdin.resume().on('end', () => void program.stop().then(() => process.exit(0)));
