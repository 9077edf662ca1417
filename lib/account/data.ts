import { hashPassword } from '@/lib/auth/passwords'
import { Prisma } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'

/** Sets what a person signs in with, and ends the welcome. False when the address belongs to somebody else. */
export async function setSignIn(
  userId: string,
  email: string,
  password: string,
  now: Date,
): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  try {
    await db().user.update({ where: { id: userId }, data: { email, passwordHash, welcomedAt: now } })
    return true
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
    throw error
  }
}

export async function endWelcome(userId: string, now: Date): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { welcomedAt: now } })
}
