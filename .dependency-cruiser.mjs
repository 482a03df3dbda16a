/** The layers of docs/contributing.md. Paths of the repository begin without a slash; packages begin with node_modules/. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    rule(
      'no-circular',
      'Modules that need each other when they run are one subject, or miss a third module that both import.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('resolvable', 'Every import must be found.', {}, { couldNotResolve: true }),
    rule(
      'shared-is-pure',
      'shared knows no host, no screen, no test and nothing of Node.',
      { path: '^shared/' },
      {
        path: '^(electron|renderer|tests|scripts)/|(^|/)node_modules/(electron|react|react-dom|axios|better-sqlite3)/',
      },
    ),
    rule(
      'shared-without-node',
      'shared imports nothing of node:*.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'renderer-knows-shared-only',
      'renderer imports only shared (and the resources that are shown).',
      { path: '^renderer/' },
      { pathNot: '^(renderer|shared|resources)/|(^|/)node_modules/' },
    ),
    rule(
      'electron-in-the-shell-only',
      'The module electron is imported only in electron/main.ts, electron/preload.ts and electron/shell/ (and by their unit tests, as a fake).',
      { pathNot: '^electron/(main\\.ts|preload\\.ts|shell/)|^tests/(unit|fakes)/' },
      { path: '(^|/)node_modules/electron/' },
    ),
    rule(
      'core-knows-no-host',
      'electron/core is a process of its own: no host and no screen.',
      { path: '^electron/core/' },
      { path: '^electron/(web|shell|main|preload)|^renderer/|(^|/)node_modules/(react|react-dom|@fluentui|electron)/' },
    ),
    rule(
      'shell-and-web-apart',
      'The two hosts do not know each other; what they share stands in shared/ or electron/core/.',
      { path: '^electron/(shell/|main\\.ts)' },
      { path: '^electron/web/' },
    ),
    rule(
      'web-without-shell',
      'The web host is not Electron.',
      { path: '^electron/web/' },
      { path: '^electron/(shell/|main)' },
    ),
    rule(
      'mock-knows-shared-only',
      'The mock BRON is a program of its own: it imports only shared.',
      { path: '^tests/mock-bron/' },
      { path: '^(electron|renderer|scripts|tests)/', pathNot: '^tests/mock-bron/' },
    ),
    rule(
      'product-without-tests',
      'What schools get imports nothing of tests and scripts.',
      { path: '^(electron|renderer|shared)/' },
      { path: '^(tests|scripts)/' },
    ),
    rule(
      'product-without-development-packages',
      'What runs at the school imports only packages under "dependencies" (the renderer is bundled; electron is the host).',
      { path: '^(electron|shared)/', pathNot: '^electron/web/' },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/(electron|@types)/',
      },
    ),
    rule(
      'packages-are-declared',
      'A package that is imported stands in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|release|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
    parser: 'tsc',
  },
};
