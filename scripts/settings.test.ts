import { expect, test } from 'vitest'
import { readSettings } from './settings.mjs'

const root = '/srv/gravitas'
const read = (env: Record<string, string>) => readSettings(env, root)
const problems = (env: Record<string, string>) => read(env).problems

test('nothing has to be set', () => {
  expect(read({})).toEqual({
    problems: [],
    settings: {
      port: 3000,
      dataDir: '/srv/gravitas/.data',
      origin: 'http://localhost:3000',
      nextAuthUrl: undefined,
      databaseUrl: undefined,
      clickhouseUrl: undefined,
      clickhouseCluster: undefined,
      secret: undefined,
    },
  })
})

test('an empty value counts as unset', () => {
  expect(problems({ PORT: '', DATABASE_URL: ' ', OIDC_ISSUER: '', GRAVITAS_INIT_PASSWORD: '' })).toEqual([])
})

test('everything can be set', () => {
  const { settings, problems } = read({
    PORT: '8080',
    DATA_DIR: '/var/lib/gravitas',
    DATABASE_URL: 'postgresql://u:p@db:5432/gravitas?sslmode=require',
    CLICKHOUSE_URL: 'https://u:p@ch:8443/gravitas',
    CLICKHOUSE_CLUSTER: 'main',
    NEXTAUTH_URL: 'https://gravitas.example.com/',
    NEXTAUTH_SECRET: 'sixteen characters',
    OIDC_ISSUER: 'https://login.example.com/realms/acme',
    OIDC_CLIENT_ID: 'gravitas',
    OIDC_CLIENT_SECRET: 'secret',
    GRAVITAS_INIT_EMAIL: 'ada@example.com',
    GRAVITAS_INIT_PASSWORD: 'eight chars',
    GRAVITAS_INIT_WORKSPACE: 'acme-inc',
    GRAVITAS_INIT_API_KEY: 'a'.repeat(16),
    GRAVITAS_INIT_WRITE_KEY: 'w'.repeat(16),
    GRAVITAS_DEMO: 'off',
  })
  expect(problems).toEqual([])
  expect(settings).toMatchObject({
    port: 8080,
    dataDir: '/var/lib/gravitas',
    origin: 'https://gravitas.example.com',
    clickhouseCluster: 'main',
  })
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['DATABASE_URL', 'localhost:5432/gravitas'],
  ['DATABASE_URL', 'mysql://u:p@db/gravitas'],
  ['DATABASE_URL', 'postgresql://u:p@db:5432'],
  ['CLICKHOUSE_URL', 'http://localhost:8123'],
  ['CLICKHOUSE_URL', 'clickhouse://localhost/gravitas'],
  ['NEXTAUTH_URL', 'gravitas.example.com'],
  ['NEXTAUTH_URL', 'https://example.com/gravitas'],
  ['NEXTAUTH_SECRET', 'short'],
  ['LOG_LEVEL', 'loud'],
  ['GRAVITAS_INIT_EMAIL', 'ada'],
  ['GRAVITAS_INIT_WORKSPACE', 'Acme Inc'],
  ['GRAVITAS_INIT_WORKSPACE', '-acme'],
  ['GRAVITAS_INIT_API_KEY', 'fifteen-letters'],
  ['GRAVITAS_INIT_WRITE_KEY', 'with a space in between'],
  ['GRAVITAS_DEMO', 'no'],
])('%s=%s is refused with one sentence that names it', (name, value) => {
  expect(problems({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} .*\\.$`))])
})

test('a password is at least 8 characters long and needs an e-mail address', () => {
  const email = { GRAVITAS_INIT_EMAIL: 'ada@example.com' }
  expect(problems({ ...email, GRAVITAS_INIT_PASSWORD: '1234567' })).toHaveLength(1)
  expect(problems({ ...email, GRAVITAS_INIT_PASSWORD: '12345678' })).toEqual([])
  expect(problems({ GRAVITAS_INIT_PASSWORD: '12345678' })[0]).toContain('needs GRAVITAS_INIT_EMAIL')
})

test('incomplete single sign-on names what is missing', () => {
  expect(problems({ OIDC_ISSUER: 'https://login.example.com' })).toEqual([
    'Single sign-on is set incompletely: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET missing.',
  ])
  expect(problems({ OIDC_NAME: 'Acme' })[0]).toContain('OIDC_ISSUER')
})

test('a misspelt setting of the set-up is named', () => {
  expect(problems({ GRAVITAS_INIT_EMIAL: 'ada@example.com' })[0]).toContain(
    'GRAVITAS_INIT_EMIAL is not a setting',
  )
})

test('the data folder can neither be the checkout nor hold it', () => {
  for (const dir of ['.', '..', '/', '/srv']) expect(problems({ DATA_DIR: dir })).toHaveLength(1)
  expect(read({ DATA_DIR: '.data/second' }).settings.dataDir).toBe('/srv/gravitas/.data/second')
})

test('a cluster needs the address of one of its servers', () => {
  expect(problems({ CLICKHOUSE_CLUSTER: 'main' })[0]).toContain('needs CLICKHOUSE_URL')
})

test('all wrong settings are told at once', () => {
  expect(problems({ PORT: 'x', DATABASE_URL: 'x', GRAVITAS_DEMO: 'x' })).toHaveLength(3)
})
