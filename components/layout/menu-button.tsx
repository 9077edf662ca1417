'use client'
import { Menu } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { useNavigationState } from './navigation-state'

/** Opens the navigation on narrow screens. */
export function MenuButton() {
  const navigation = useNavigationState()
  if (!navigation) return null
  return (
    <IconButton
      label="Show navigation"
      aria-expanded={navigation.open}
      aria-haspopup="dialog"
      onClick={() => navigation.setOpen(true)}
      className="-ml-2 md:hidden"
    >
      <Menu aria-hidden />
    </IconButton>
  )
}
