/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'graphile-worker', 'pino', '@clickhouse/client', 'xxhash-wasm'],
  // Types are checked by `npm run check` and `npm test`; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
}
export default config
