import type { PrismaClient, User } from '@/prisma/generated/client'
import { hashSecret, newSecret } from './secrets'

const validHours = 24

/** Makes a one-time link's token: shown once, stored as its hash, good for one sign-in within 24 hours. */
export async function createSignInLink(db: PrismaClient, userId: string, now: Date): Promise<string> {
  const token = newSecret('link')
  const expiresAt = new Date(now.getTime() + validHours * 3_600_000)
  await db.signInLink.create({ data: { tokenHash: hashSecret(token), userId, expiresAt } })
  return token
}

/** Whose link this is, while it can still be used. Reading does not use it up. */
export async function findSignInLink(db: PrismaClient, token: string, now: Date): Promise<User | null> {
  const link = await db.signInLink.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { user: true },
  })
  return link && !link.usedAt && link.expiresAt > now ? link.user : null
}

/** Uses the link up; of two at once only one gets the user. */
export async function spendSignInLink(db: PrismaClient, token: string, now: Date): Promise<User | null> {
  const tokenHash = hashSecret(token)
  const used = await db.signInLink.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (used.count === 0) return null
  const link = await db.signInLink.findUnique({ where: { tokenHash }, include: { user: true } })
  return link?.user ?? null
}
