import type { CommandContext } from './command-context';
import type { DemoSignIn } from './seed/seed-demo';

/** The demo accounts, one a line: address, password, name and roles. */
export function printSignIns(signIns: readonly DemoSignIn[], { print, say }: CommandContext): void {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  print(say('start.seeded'));
  for (const { email, password, name, roles } of signIns) {
    print(`  ${email.padEnd(width)}  ${password}  ${name} (${roles.map((role) => say(`roles.${role}`)).join(', ')})`);
  }
}
