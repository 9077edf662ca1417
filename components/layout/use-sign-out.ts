'use client'
import { signOut } from 'next-auth/react'
import { useRouter } from 'next/navigation'

/** Ends the session. The way on is ours, by path: the site may be open under another name than the configured one. */
export function useSignOut(): () => Promise<void> {
  const router = useRouter()
  return async () => {
    await signOut({ redirect: false })
    router.replace('/sign-in')
    router.refresh()
  }
}
