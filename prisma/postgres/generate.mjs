#!/usr/bin/env node
// Derives prisma/postgres/schema.prisma from prisma/schema.prisma: Prisma fixes the provider when it generates.
//   node prisma/postgres/generate.mjs           writes it
//   node prisma/postgres/generate.mjs --check   fails when it is not what would be written
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, 'schema.prisma');

if (process.argv.includes('--check')) check();
else writeFileSync(target, derive());

function derive() {
  const source = read(join(here, '..', 'schema.prisma'));
  const derived = replaceOnce(
    replaceOnce(replaceOnce(source, /provider = "sqlite"/, 'provider = "postgresql"'), /output {7}= "\.\.\/lib\/store\/prisma\/generated"/, 'output       = "../../lib/store/postgres/generated"'),
    /^\/\/ The one source of the data model\. .*$/m,
    '// Generated from prisma/schema.prisma by prisma/postgres/generate.mjs: change that one.',
  );
  return derived;
}

function check() {
  if (read(target) === derive()) return;
  console.error('prisma/postgres/schema.prisma is out of date: run node prisma/postgres/generate.mjs');
  process.exit(1);
}

function read(path) {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}

function replaceOnce(text, pattern, replacement) {
  if (!pattern.test(text)) throw new Error(`prisma/schema.prisma has nothing like ${pattern}`);
  return text.replace(pattern, replacement);
}
