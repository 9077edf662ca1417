import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { db } from '@/lib/server/db'
import { oidcProvider, oidcUser } from './oidc'
import { verifyPassword } from './passwords'
import { spendSignInLink } from './sign-in-links'

const sessionDays = 30
const passwordInput = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().min(1).max(512),
})
const linkInput = z.object({ token: z.string().min(1).max(200) })

/**
 * next-auth 4: credentials mean JWT sessions, so the token holds {subject, session id} and the session's row can
 * be revoked; `context.ts` reads that row on every request.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      id: 'password',
      name: 'E-mail and password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(raw) {
        const input = passwordInput.safeParse(raw)
        if (!input.success) return null
        const user = await db().user.findUnique({ where: { email: input.data.email } })
        const right = await verifyPassword(input.data.password, user?.passwordHash ?? null)
        return user && right ? { id: user.id, email: user.email, name: user.name } : null
      },
    }),
    Credentials({
      id: 'link',
      name: 'One-time link',
      credentials: { token: { type: 'text' } },
      async authorize(raw) {
        const input = linkInput.safeParse(raw)
        const user = input.success ? await spendSignInLink(db(), input.data.token, new Date()) : null
        return user && { id: user.id, email: user.email, name: user.name }
      },
    }),
    ...oidcProvider(),
  ],
  callbacks: {
    async signIn({ account, profile }) {
      return account?.provider !== 'oidc' || (await oidcUser(profile)) !== null
    },
    async jwt({ token, user, account, profile }) {
      if (!user) return token
      const userId = account?.provider === 'oidc' ? (await oidcUser(profile))?.id : user.id
      if (!userId) throw new Error('This account is not known here.')
      const expiresAt = new Date(Date.now() + sessionDays * 86_400_000)
      const session = await db().session.create({ data: { userId, expiresAt } })
      return { sub: userId, sid: session.id }
    },
    async session({ session, token }) {
      return { ...session, user: undefined, sid: token.sid, sub: token.sub }
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid !== 'string') return
      await db().session.updateMany({ where: { id: token.sid }, data: { revokedAt: new Date() } })
    },
  },
}
