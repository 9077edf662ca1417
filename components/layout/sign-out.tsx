'use client'
import { LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useRouter } from 'next/navigation'
import { DropdownMenuItem } from '@/components/ui/dropdown-menu'

/** Ends the session. The way on is ours, by path: the site may be open under another name than the configured one. */
export function SignOut() {
  const router = useRouter()

  async function leave() {
    await signOut({ redirect: false })
    router.replace('/sign-in')
    router.refresh()
  }

  return (
    <DropdownMenuItem onSelect={() => void leave()}>
      <LogOut aria-hidden />
      Sign out
    </DropdownMenuItem>
  )
}
