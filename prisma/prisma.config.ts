import path from 'node:path'
import { defineConfig } from 'prisma/config'

// The Prisma CLI downloads its native schema engine before every command, although `generate`, `validate` and
// `format` run on WebAssembly inside the package. It does not when this variable names a file that exists.
if (['generate', 'validate', 'format'].some((command) => process.argv.includes(command))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

const here = import.meta.dirname

export default defineConfig({
  schema: path.join(here, 'schema.prisma'),
  migrations: { path: path.join(here, 'migrations') },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5433/gravitas' },
})
