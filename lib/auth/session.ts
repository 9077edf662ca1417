import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { User } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'
import { authOptions } from './options'

const touchedEvery = 5 * 60_000

/** The person of this request's cookie, while their session's row is neither revoked nor expired. Once per request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const token = (await getServerSession(authOptions)) as { sid?: string; sub?: string } | null
  if (!token?.sid || !token.sub) return null
  const session = await db().session.findUnique({ where: { id: token.sid }, include: { user: true } })
  const now = new Date()
  if (!session || session.userId !== token.sub || session.revokedAt || session.expiresAt <= now) return null
  if (now.getTime() - session.lastSeenAt.getTime() > touchedEvery) {
    await db().session.update({ where: { id: session.id }, data: { lastSeenAt: now } })
  }
  return session.user
})
