'use client'
import { signIn } from 'next-auth/react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'

export function LinkSignIn({ token }: { token: string }) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [state, setState] = useState<'ready' | 'busy' | 'refused'>('ready')

  async function enter() {
    setState('busy')
    const answer = await signIn('link', { token, redirect: false })
    if (answer?.ok) router.replace('/')
    else setState('refused')
  }

  if (state === 'refused') {
    return (
      <Notice kind="error" live title="This link has just been used or is too old.">
        Start Gravitas again for a new one.
      </Notice>
    )
  }
  return (
    <Button variant="go" busy={state === 'busy'} onClick={() => void enter()} disabled={!hydrated}>
      Sign in
    </Button>
  )
}
