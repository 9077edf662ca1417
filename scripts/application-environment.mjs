import { keptSecret } from './data-directory.mjs'

/**
 * What the web server, the worker and the set-up get: the settings, and the addresses of the databases.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ databaseUrl: string, clickhouseUrl: string, dev: boolean }} options
 * @returns {Record<string, string | undefined>} undefined for what must not be inherited
 */
export function applicationEnvironment(settings, { databaseUrl, clickhouseUrl, dev }) {
  return {
    ...Object.fromEntries(emptyNames().map((name) => [name, undefined])),
    DATABASE_URL: databaseUrl,
    CLICKHOUSE_URL: clickhouseUrl,
    CLICKHOUSE_CLUSTER: settings.clickhouseCluster,
    NEXTAUTH_SECRET: settings.secret ?? keptSecret(settings.dataDir),
    // Links are built from what is configured, never from the Host header of a request.
    NEXTAUTH_URL: settings.origin,
    AUTH_TRUST_HOST: undefined,
    GRAVITAS_ORIGIN: settings.origin,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // .env is read already, and checked; Next would read it again and bring back what the environment unsets.
    __NEXT_PROCESSED_ENV: 'true',
  }
}

/** An empty value means unset, as for the settings; the programs need not know. */
const emptyNames = () => Object.keys(process.env).filter((name) => process.env[name]?.trim() === '')
