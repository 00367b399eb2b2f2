// The walls of the house. Each rule also holds inside tests/walls/canary, where every one of them is broken on
// purpose: tests/walls/walls.test.ts fails if a rule stops catching its canary, or if nothing was read at all.
const at = (path) => `^(tests/walls/canary/)?${path}`;
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const FLOWS_LAYERS = ['document', 'expressions', 'calendars', 'answers', 'http', 'nodes', 'compiler', 'engine', 'simulator'];
/** Files that hold types only may be looked at from below: they vanish when compiled. */
const SHARED_TYPES = 'flows/(compiler/machine-json|engine/engine-types)\\.ts$';

const layers = FLOWS_LAYERS.slice(0, -1).map((layer, index) =>
  wall(
    `flows-${layer}-looks-down`,
    `flows/${layer} knows only the layers before it.`,
    { path: at(`flows/${layer}/`), pathNot: '\\.(test|test-support)\\.tsx?$' },
    { path: at(`flows/(${FLOWS_LAYERS.slice(index + 1).join('|')})/`), pathNot: SHARED_TYPES },
  ),
);

module.exports = {
  forbidden: [
    ...layers,
    wall(
      'flows-is-pure',
      'flows/ never touches the world: no server, store, page, or Node built-in.',
      { path: at('flows/'), pathNot: '\\.(ui|test|test-support)\\.tsx?$|^flows/nodes/(ui|define-node-ui)\\.tsx?$' },
      { path: at('(lib|app|prisma)/') },
    ),
    wall(
      'flows-has-no-node',
      'flows/ runs in a browser.',
      { path: at('flows/'), pathNot: '\\.(test|test-support)\\.tsx?$' },
      { dependencyTypes: ['core'] },
    ),
    wall(
      'flows-allow-list',
      'Pure code uses only the few pure libraries that were read and chosen.',
      { path: at('flows/'), pathNot: '\\.(ui|test|test-support)\\.tsx?$|^flows/nodes/(ui|define-node-ui)\\.tsx?$' },
      { path: 'node_modules/', pathNot: 'node_modules/(zod|xstate|liquidjs|@marcbachmann/cel-js|re2js|libphonenumber-js|ipaddr\\.js|@orama/stemmers)/' },
    ),
    wall(
      'node-cards-see-little',
      'A node card knows its own node, the document, and the design system.',
      { path: at('flows/nodes/.+\\.ui\\.tsx$') },
      { path: at('(app|prisma|lib/(?!ui/|i18n/))') },
    ),
    wall(
      'conversation-routing-and-knowledge-stand-alone',
      'Ownership, routing and knowledge know the document only.',
      { path: at('flows/(conversation|routing|knowledge)/'), pathNot: '\\.test\\.ts$' },
      { path: at('flows/(expressions|calendars|answers|nodes|compiler|engine|simulator)/'), pathNot: SHARED_TYPES },
    ),
    wall('lib-never-imports-app', 'The program does not know its pages.', { path: at('lib/') }, { path: at('app/') }),
    wall(
      'pages-know-the-server-by-trpc-only',
      'What Next bundles never reaches the runtime, the store or a database client; the router is a type.',
      { path: at('(app|lib/ui|lib/i18n)/'), pathNot: '\\.test\\.tsx?$' },
      { path: at('(prisma|lib/(?!ui/|i18n/))'), dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'api-knows-no-database',
      'Routers parse, authorise and call one use case.',
      { path: at('lib/api/'), pathNot: '\\.test\\.ts$' },
      { path: `${at('lib/store/')}|node_modules/(@prisma|libsql)` },
    ),
    wall(
      'channels-do-not-know-each-other',
      'A connector stands alone.',
      { path: '^(?:tests/walls/canary/)?lib/channels/([^/]+)/' },
      { path: '^(?:tests/walls/canary/)?lib/channels/([^/]+)/', pathNot: '^(?:tests/walls/canary/)?lib/channels/$1/' },
    ),
    wall(
      'channels-and-store-see-flow-types-only',
      'Connectors and stores carry what flows say; they do not run them.',
      { path: at('lib/(channels|store)/'), pathNot: '\\.(test|contract)\\.ts$' },
      { path: at('flows/'), dependencyTypesNot: ['type-only'] },
    ),
    wall('no-cycles', 'Rooms with no circle between them.', { pathNot: 'node_modules' }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)generated/|^\\.next|^dist' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
};
