// What a person may set, checked in one place before anything is installed; so this uses nothing but Node.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { checkout } from './checkout.mjs'

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug']
const INIT_NAMES = ['EMAIL', 'PASSWORD', 'WORKSPACE', 'API_KEY', 'WRITE_KEY'].map(
  (name) => `GRAVITAS_INIT_${name}`,
)

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} dataDir absolute
 * @property {string} origin the address people open, without a path
 * @property {string | undefined} nextAuthUrl
 * @property {string | undefined} databaseUrl unset: Gravitas runs its own PostgreSQL
 * @property {string | undefined} clickhouseUrl unset: Gravitas runs its own engine
 * @property {string | undefined} clickhouseCluster
 * @property {string | undefined} secret
 */

/** Reads .env beside package.json; what the environment has already, even as an empty value, wins. */
export function loadEnvFile(root = checkout) {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/**
 * Checks every setting. An empty value counts as unset.
 * @param {Record<string, string | undefined>} env
 * @param {string} [root] what a relative DATA_DIR is relative to
 * @returns {{ settings: Settings, problems: string[] }} with one sentence for each wrong setting
 */
export function readSettings(env, root = checkout) {
  /** @type {string[]} */
  const problems = []
  /** @type {(name: string) => string | undefined} */
  const get = (name) => env[name]?.trim() || undefined
  /** @type {(name: string, passes: (value: string) => boolean, sentence: string) => string | undefined} */
  const checked = (name, passes, sentence) => {
    const value = get(name)
    if (value !== undefined && !passes(value)) problems.push(`${name} ${sentence}`)
    return value
  }

  const port = Number(
    checked('PORT', isPort, `must be a whole number from 1 to 65535, not "${get('PORT')}".`) ?? 3000,
  )
  const dataDir = path.resolve(root, get('DATA_DIR') ?? '.data')
  if (isInside(root, dataDir))
    problems.push(`DATA_DIR must be a folder of its own; ${dataDir} holds the checkout.`)
  const databaseUrl = checked(
    'DATABASE_URL',
    (value) => isDatabase(value, ['postgres:', 'postgresql:']),
    'must look like postgresql://user:password@host:5432/gravitas.',
  )
  const clickhouseUrl = checked(
    'CLICKHOUSE_URL',
    (value) => isDatabase(value, ['http:', 'https:']),
    'must look like http://user:password@host:8123/gravitas.',
  )
  const clickhouseCluster = checked(
    'CLICKHOUSE_CLUSTER',
    (value) => /^[\w.-]+$/.test(value),
    'must be the name of a cluster: letters, digits, "_", "-" and ".".',
  )
  if (clickhouseCluster && !clickhouseUrl)
    problems.push('CLICKHOUSE_CLUSTER needs CLICKHOUSE_URL, which is not set.')
  const nextAuthUrl = checked(
    'NEXTAUTH_URL',
    isOrigin,
    'must be the address people open, without a path, such as https://gravitas.example.com.',
  )
  const secret = checked(
    'NEXTAUTH_SECRET',
    (value) => value.length >= 16,
    'must have at least 16 characters.',
  )
  checked('LOG_LEVEL', (value) => LOG_LEVELS.includes(value), `must be one of ${LOG_LEVELS.join(', ')}.`)
  checkSignOn(get, checked, problems)
  checkSetUp(env, get, checked, problems)

  const origin =
    nextAuthUrl && isOrigin(nextAuthUrl) ? new URL(nextAuthUrl).origin : `http://localhost:${port}`
  return {
    settings: { port, dataDir, origin, nextAuthUrl, databaseUrl, clickhouseUrl, clickhouseCluster, secret },
    problems,
  }
}

function checkSignOn(get, checked, problems) {
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
  const missing = needed.filter((name) => !get(name))
  const some = missing.length < needed.length || get('OIDC_NAME')
  if (some && missing.length)
    problems.push(`Single sign-on is set incompletely: ${missing.join(', ')} missing.`)
  checked(
    'OIDC_ISSUER',
    isWebAddress,
    'must be the address of the provider, such as https://login.example.com/realm.',
  )
}

function checkSetUp(env, get, checked, problems) {
  checked(
    'GRAVITAS_INIT_EMAIL',
    (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    'must be an e-mail address.',
  )
  checked('GRAVITAS_INIT_PASSWORD', (value) => value.length >= 8, 'must have at least 8 characters.')
  if (get('GRAVITAS_INIT_PASSWORD') && !get('GRAVITAS_INIT_EMAIL')) {
    problems.push('GRAVITAS_INIT_PASSWORD needs GRAVITAS_INIT_EMAIL, which is not set.')
  }
  checked(
    'GRAVITAS_INIT_WORKSPACE',
    (value) => /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/.test(value),
    'must be a short name for addresses: 1 to 48 small letters, digits and hyphens, such as acme-inc.',
  )
  for (const name of ['GRAVITAS_INIT_API_KEY', 'GRAVITAS_INIT_WRITE_KEY']) {
    checked(
      name,
      (value) => /^[\x21-\x7e]{16,200}$/.test(value),
      'must have 16 to 200 visible ASCII characters.',
    )
  }
  checked('GRAVITAS_DEMO', (value) => ['on', 'off'].includes(value), 'must be "on" or "off".')
  for (const name of Object.keys(env)) {
    if (name.startsWith('GRAVITAS_INIT_') && !INIT_NAMES.includes(name)) {
      problems.push(`${name} is not a setting; there are ${INIT_NAMES.join(', ')}.`)
    }
  }
}

const isPort = (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535

function isDatabase(value, protocols) {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return protocols.includes(url.protocol) && url.hostname !== '' && /^\/[^/]+$/.test(url.pathname)
}

function isWebAddress(value) {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
}

function isOrigin(value) {
  if (!isWebAddress(value)) return false
  const { pathname, search, hash } = new URL(value)
  return pathname === '/' && search === '' && hash === ''
}

/** Whether `inner` is `outer` or lies inside it. */
function isInside(inner, outer) {
  const relative = path.relative(outer, inner)
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative))
}
