'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and until the page is live: a press or a letter before that would be lost. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
