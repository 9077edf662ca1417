import { z } from 'zod'

/**
 * The settings the processes run with. `scripts/settings.mjs` checks what a person may set and says what is wrong
 * in a sentence; here the processes only refuse to run without what the start command hands them.
 */
const schema = z.object({
  DATABASE_URL: z.string().min(1),
  CLICKHOUSE_URL: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  GRAVITAS_ORIGIN: z.string().default('http://localhost:3000'),
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export type Env = z.infer<typeof schema>

/** Read on first use, so that a build needs no databases. */
export function env(): Env {
  const parsed = schema.safeParse(process.env)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new Error(`These settings are missing or wrong: ${names}. Start Gravitas with "npm start".`)
}
