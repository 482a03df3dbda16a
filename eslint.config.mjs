import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ban = (selector, message) => ({ selector, message });

const time = [
  ban(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'Ask a Clock (shared/domain/clock.ts): nothing else reads the time.',
  ),
  ban("CallExpression[callee.name='Date']", 'Ask a Clock (shared/domain/clock.ts): nothing else reads the time.'),
  ban(
    "MemberExpression[object.name='Date'][property.name='now']",
    'Ask a Clock (shared/domain/clock.ts): nothing else reads the time.',
  ),
];
const database = [
  ban(
    "CallExpression[callee.property.name='serialize']",
    'Database.serialize() gives the plain text of an encrypted database. Another serialize() needs another name.',
  ),
  ban(
    "CallExpression[callee.property.name='backup']",
    'Database.backup() fails on an encrypted database: use VACUUM INTO. Another backup() needs another name.',
  ),
];
const html = [
  ban("JSXAttribute[name.name='dangerouslySetInnerHTML']", 'Text goes into the page as text.'),
  ban("Property[key.name='dangerouslySetInnerHTML']", 'Text goes into the page as text.'),
];
const testObject = '[callee.object.name=/^(it|test|describe|suite|bench)$/]';
const focus = [
  ban(`CallExpression${testObject}[callee.property.name='only']`, 'Take .only away before committing.'),
  ban(`CallExpression[callee.object.property.name='only']`, 'Take .only away before committing.'),
  ban(
    `CallExpression${testObject}[callee.property.name=/^(skip|fixme|todo|skipIf|runIf)$/]:not([arguments.1.type='Literal'])`,
    'A skipped test says why: skip(condition, "reason") inside the test (Vitest) or test.skip(condition, "reason") (Playwright).',
  ),
];

export default defineConfig(
  globalIgnores([
    'node_modules/',
    'out/',
    'dist/',
    'release/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    '.tmp/',
  ]),
  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-unreachable-loop': 'error',
      'no-unsafe-finally': 'error',
      'no-self-compare': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 500 }],
      'no-restricted-syntax': ['error', ...time, ...database, ...html, ...focus],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Flags of libraries are combined with |, which gives a number.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Services are plain objects of functions; nothing uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Types from rows, JSON and DOM nodes are asserted at the boundary, where zod has just parsed them.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    // The command line is what these write to.
    files: ['scripts/**', 'electron/web/**', 'tests/**', 'electron/core/process.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['shared/domain/clock.ts', 'scripts/**', '*.mts'],
    rules: { 'no-restricted-syntax': ['error', ...database, ...html, ...focus] },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': ['error', ...database, ...html, ...focus],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // The mock is a program of its own: it has a clock too.
    files: ['tests/mock-bron/**'],
    rules: { 'no-restricted-syntax': ['error', ...time, ...database, ...html, ...focus] },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-unused-vars': 'error' },
  },
);
