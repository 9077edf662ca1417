import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

const kept = globalThis as unknown as { prisma?: PrismaClient }

/** The one Prisma client of a process. `next dev` reloads modules, so it is kept outside them. */
export function db(): PrismaClient {
  kept.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }),
  })
  return kept.prisma
}
