import { gathered } from './tests/support/gathered.mjs'

/** Runs native ES modules through SWC, on Node 20 and 24 alike. */
const typescript = (parser) => [
  '@swc/jest',
  {
    jsc: { target: 'es2022', parser, transform: { react: { runtime: 'automatic', importSource: 'preact' } } },
    module: { type: 'es6' },
  },
]

// Fastify's CommonJS code requires two packages that are ES modules only, which Jest on Node below 24.9 cannot do.
const toCommonJs = ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } }]

const common = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx$': typescript({ syntax: 'typescript', tsx: true }),
    '^.+\\.ts$': typescript({ syntax: 'typescript' }),
    '/node_modules/(content-disposition|cookie)/.+\\.js$': toCommonJs,
  },
  transformIgnorePatterns: ['/node_modules/(?!(content-disposition|cookie)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.cache/'],
  moduleNameMapper: { '\\.css$': '<rootDir>/tests/support/empty.mjs', ...gathered },
  globalSetup: '<rootDir>/tests/support/setup.mjs',
  globalTeardown: '<rootDir>/tests/support/teardown.mjs',
}

const inNode = { ...common, testEnvironment: 'node' }

// These start the product itself.
const built = { ...inNode, globalSetup: '<rootDir>/tests/support/setup-built.mjs' }

/** What needs more of Debian than Node and npm: `npm run test:system`. */
const system = {
  ...inNode,
  displayName: 'system',
  globalSetup: '<rootDir>/tests/support/setup-system.mjs',
  testMatch: ['<rootDir>/tests/system/**/*.test.ts'],
}

export default {
  // One more than most machines have processors to spare: those that break things mostly wait.
  maxWorkers: 3,
  // What a file has loaded is never quite let go by the modules' contexts, and cleaning up gigabytes takes longer than a new worker.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/tests/support/patient-first.mjs',
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/tests/support/count.mjs'],
  projects: [
    {
      ...inNode,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/{shared,server,widget,console}/**/*.test.ts', '<rootDir>/tests/*.test.ts'],
    },
    {
      ...common,
      displayName: 'screens',
      testEnvironment: 'jsdom',
      setupFilesAfterEnv: ['<rootDir>/tests/support/patient-screens.ts'],
      testMatch: ['<rootDir>/tests/{shared,server,widget,console}/**/*.test.tsx'],
    },
    { ...built, displayName: 'journeys', testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'] },
    { ...built, displayName: 'faults', testMatch: ['<rootDir>/tests/faults/**/*.test.ts'] },
    system,
  ],
}
