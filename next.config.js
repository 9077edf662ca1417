/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Some senders end their addresses with a slash and follow no redirect of a POST.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['pg', 'graphile-worker', 'pino', '@clickhouse/client', 'xxhash-wasm'],
  // Types are checked by `npm run check` and `npm test`; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
}
export default config
