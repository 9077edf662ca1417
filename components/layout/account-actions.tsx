'use client'
import { Keyboard, LogOut } from 'lucide-react'
import { usePaletteState } from '@/components/palette/palette-state'
import { DropdownMenuItem } from '@/components/ui/dropdown-menu'
import { useNavigationState } from './navigation-state'
import { useSignOut } from './use-sign-out'

/** The menu of whoever is signed in. */
export function AccountActions() {
  const { setOverlay } = usePaletteState()
  const navigation = useNavigationState()
  const signOut = useSignOut()
  function showShortcuts() {
    navigation?.setOpen(false)
    setOverlay('shortcuts')
  }
  return (
    <>
      <DropdownMenuItem onSelect={showShortcuts}>
        <Keyboard aria-hidden />
        Keyboard shortcuts
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden />
        Sign out
      </DropdownMenuItem>
    </>
  )
}
