'use client'
import { createContext, useContext } from 'react'

type NavigationState = { open: boolean; setOpen: (open: boolean) => void }

const Context = createContext<NavigationState | null>(null)

export const NavigationStateProvider = Context.Provider

/** Whether the navigation sheet of narrow screens is open; null outside an AppFrame. */
export function useNavigationState(): NavigationState | null {
  return useContext(Context)
}
