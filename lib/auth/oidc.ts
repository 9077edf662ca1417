import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { User } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'

type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string }

const issuer = () => process.env.OIDC_ISSUER?.replace(/\/$/, '')

/** The OpenID Connect provider of the environment, or none. */
export function oidcProvider(): OAuthConfig<Claims>[] {
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME = 'Single sign-on' } = process.env
  if (!issuer() || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return []
  return [
    {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${issuer()}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (claims) => ({ id: claims.sub, email: claims.email ?? null, name: claims.name ?? null }),
    },
  ]
}

/** Our user behind the provider's claims: by issuer and subject; by e-mail only where the provider verified it. */
export async function oidcUser(profile: unknown): Promise<User | null> {
  const claims = profile as Claims | undefined
  const oidcIssuer = issuer()
  if (!claims?.sub || !oidcIssuer) return null
  const linked = await db().user.findUnique({
    where: { oidcIssuer_oidcSubject: { oidcIssuer, oidcSubject: claims.sub } },
  })
  if (linked || !claims.email || claims.email_verified !== true) return linked
  const known = await db().user.findUnique({ where: { email: claims.email.trim().toLowerCase() } })
  if (!known || known.oidcSubject) return null
  return db().user.update({ where: { id: known.id }, data: { oidcIssuer, oidcSubject: claims.sub } })
}
