import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const IMPURE_GLOBALS = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'process', 'crypto', 'console', 'performance', 'Intl', 'Buffer', 'require'];
const LOCAL_DATE = 'get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset|Year)|set(FullYear|Month|Date|Hours|Minutes|Seconds|Milliseconds)';

/** What flows/ may not touch: a turn must give the same answer on any machine, at any time. */
const purity = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is a value: take `now` as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The clock is a value: take `now` as an argument.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The clock is a value: take `now` as an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Randomness is a value: use the session\'s rng.' },
  { selector: "MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]", message: 'Differs between Node and browser versions: use flows/expressions/format.' },
  { selector: `CallExpression[callee.property.name=/^(${LOCAL_DATE})$/]`, message: 'Local time differs between machines: use the UTC getters.' },
  { selector: "ImportExpression", message: 'Nothing in flows/ loads code at run time.' },
];
const synchronous = [
  { selector: ':function[async=true]', message: 'A turn is synchronous.' },
  { selector: 'AwaitExpression', message: 'A turn is synchronous.' },
];

export default tseslint.config(
  { ignores: ['node_modules/', '.next/', 'dist/', 'data/', '**/generated/', 'public/', 'next-env.d.ts', 'tests/walls/canary/', 'test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      'max-lines': ['error', { max: 500 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Name what you export.' }],
    },
  },
  {
    files: ['lib/**/*.ts', 'prisma/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
        {
          selector: "CallExpression[callee.property.name='$transaction'] > :function",
          message: 'An interactive transaction would hold the write lane across awaits: use a batch.',
        },
      ],
    },
  },
  {
    // A turn is a value too, although it is about rows: pure and synchronous.
    files: ['flows/**/*.ts', 'lib/runtime/turn/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-support.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS.map((name) => ({ name, message: 'flows/ never touches the world.' }))],
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Name what you export.' }, ...purity, ...synchronous],
    },
  },
  {
    // What checks the program after a crash shares no code with it; a replay needs the pure function that every turn is.
    files: ['tests/crash/check/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^(@/(?!flows/)|\\.\\./)', message: 'The checker knows the tables, not the program.' }] }] },
  },
  {
    files: ['tests/crash/check/**/*.ts'],
    ignores: ['**/*.test.ts', '**/check-replay.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^(@/|\\.\\./)', message: 'The checker knows the tables, not the program.' }] }] },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', Buffer: 'readonly', module: 'writable', fetch: 'readonly', performance: 'readonly', WebAssembly: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', AbortSignal: 'readonly' } },
  },
);
