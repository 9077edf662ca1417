import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PlainFrame } from '@/components/layout/plain-frame'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { oidcProvider } from '@/lib/auth/oidc'
import { localTarget } from '@/lib/auth/local-target'
import { currentUser } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Sign in' }
export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams
  const target = localTarget(next)
  if (!error && (await currentUser())) redirect(target)
  const [sso] = oidcProvider()
  return (
    <PlainFrame
      title="Sign in"
      caption="With your e-mail and password, or with the link the terminal printed at start."
    >
      <SignInForm target={target} ssoName={sso?.name} problem={error?.toString()} />
    </PlainFrame>
  )
}
