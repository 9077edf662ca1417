import type { Metadata } from 'next'
import Link from 'next/link'
import { PlainFrame } from '@/components/layout/plain-frame'
import { LinkSignIn } from '@/components/sign-in/link-sign-in'
import { findSignInLink } from '@/lib/auth/sign-in-links'
import { db } from '@/lib/server/db'

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' }
export const dynamic = 'force-dynamic'

/** Where a one-time link leads. Opening it uses nothing up: only the button does, by POST. */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const user = await findSignInLink(db(), token, new Date())
  if (user) {
    return (
      <PlainFrame title="Welcome to Gravitas" caption={`This link signs you in as ${user.email}, once.`}>
        <LinkSignIn token={token} />
      </PlainFrame>
    )
  }
  return (
    <PlainFrame title="This link has been used or is too old" caption="A link works once, within 24 hours.">
      <p className="text-sm text-ink-2">
        Start Gravitas again for a new link, or{' '}
        <Link href="/sign-in" className="text-accent underline">
          sign in with your password
        </Link>
        .
      </p>
    </PlainFrame>
  )
}
