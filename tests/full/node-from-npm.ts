import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export interface OtherNode {
  /** The Node program. */
  node: string;
  /** The script of its npm. */
  npm: string;
  /** An environment in which `node` and `npm` are these, and npm has no settings of a person's. */
  environment: NodeJS.ProcessEnv;
}

/** Another Node and npm, from npm: the packages that hold one program each, so that no install script has to run. */
export function nodeFromNpm(folder: string, node: string, npm: string): OtherNode {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  writeFileSync(join(folder, 'empty-npmrc'), '');
  const windows = process.platform === 'win32';
  const holder = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const environment: NodeJS.ProcessEnv = { ...process.env, NPM_CONFIG_USERCONFIG: join(folder, 'empty-npmrc') };
  // What npm says about itself to the scripts it runs, these tests among them.
  for (const name of Object.keys(environment)) if (/^npm_(?!config_userconfig$)/i.test(name)) Reflect.deleteProperty(environment, name);
  for (const name of ['NODE_OPTIONS', 'NODE_ENV', 'VITEST', 'PORT', 'RELAIS_DATA', 'INIT_CWD']) Reflect.deleteProperty(environment, name);
  const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${holder}@${node}`, `npm@${npm}`], { cwd: folder, env: environment, encoding: 'utf8', shell: windows });
  if (status !== 0) throw new Error(`Node ${node} and npm ${npm} cannot be had from npm:\n${stderr}`);
  const modules = join(folder, 'node_modules');
  const program = join(modules, holder, 'bin', windows ? 'node.exe' : 'node');
  return { node: program, npm: join(modules, 'npm', 'bin', 'npm-cli.js'), environment: { ...environment, PATH: [dirname(program), join(modules, '.bin'), process.env.PATH].join(delimiter) } };
}
