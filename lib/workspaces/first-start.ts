import { runMigrations } from 'graphile-worker'
import { z } from 'zod'
import { minimumPasswordLength } from '@/lib/auth/minimum-password-length'
import { hashPassword } from '@/lib/auth/passwords'
import { createSignInLink } from '@/lib/auth/sign-in-links'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { queueLoad } from '@/lib/demo/data'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { parseInput } from '@/lib/server/operation'
import { createWriteKey } from '@/lib/sources/data'
import { createApiKey } from './data'
import { slugSchema } from './schema'

/** The owner of a first start that names nobody; the welcome page asks for a real address. */
const placeholderEmail = 'owner@example.com'

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value || undefined, schema.optional())

const settings = z.object({
  GRAVITAS_INIT_EMAIL: optional(z.string().trim().toLowerCase().pipe(z.email())),
  GRAVITAS_INIT_PASSWORD: optional(z.string().min(minimumPasswordLength).max(512)),
  GRAVITAS_INIT_WORKSPACE: optional(slugSchema),
  GRAVITAS_INIT_API_KEY: optional(z.string().min(16).max(200)),
  GRAVITAS_INIT_WRITE_KEY: optional(z.string().min(16).max(200)),
  GRAVITAS_DEMO: optional(z.enum(['on', 'off'])),
})

/**
 * Runs once at every start, between migrations and the processes: makes the queue's tables and, in an empty
 * database, the first person, workspace and keys (`api.md`, headless set-up), and queues the demo into that workspace
 * unless `GRAVITAS_DEMO` is `off`. Answers the address of a one-time sign-in link for the oldest owner.
 */
export async function firstStart(
  environment: NodeJS.ProcessEnv,
  now: Date,
): Promise<{ signInUrl: string; created: boolean }> {
  const init = parseInput(settings, environment)
  await runMigrations({ connectionString: env().DATABASE_URL })
  const created = (await db().user.count()) === 0
  if (created) await createFirstWorkspace(init)
  const owner = await db().member.findFirstOrThrow({
    where: { role: 'owner' },
    orderBy: { createdAt: 'asc' },
  })
  const token = await createSignInLink(db(), owner.userId, now)
  return { signInUrl: `${env().GRAVITAS_ORIGIN}/sign-in/${token}`, created }
}

async function createFirstWorkspace(init: z.output<typeof settings>): Promise<void> {
  const email = init.GRAVITAS_INIT_EMAIL ?? placeholderEmail
  const slug = init.GRAVITAS_INIT_WORKSPACE ?? 'demo'
  const passwordHash = init.GRAVITAS_INIT_PASSWORD ? await hashPassword(init.GRAVITAS_INIT_PASSWORD) : null
  const headless = Boolean(init.GRAVITAS_INIT_EMAIL && passwordHash)
  const user = await db().user.create({
    data: {
      email,
      name: email.split('@')[0] ?? email,
      passwordHash,
      welcomedAt: headless ? new Date() : null,
    },
  })
  const name = init.GRAVITAS_INIT_WORKSPACE ?? 'Demo workspace'
  const workspace = await db().workspace.create({
    data: { slug, name, members: { create: { userId: user.id, role: 'owner' } } },
  })
  const id = mintWorkspaceId(workspace.id)
  if (init.GRAVITAS_DEMO !== 'off') await queueLoad(id)
  if (init.GRAVITAS_INIT_API_KEY)
    await createApiKey(id, 'Headless set-up', 'owner', init.GRAVITAS_INIT_API_KEY)
  if (init.GRAVITAS_INIT_WRITE_KEY) await createWriteKey(id, 'Headless set-up', init.GRAVITAS_INIT_WRITE_KEY)
}
