'use client'
import type { ComponentProps } from 'react'
import { useHydrated } from './use-hydrated'

/**
 * A form that is sent by script alone. Until the page is live its fields are closed, so that nothing typed is lost and
 * nothing, least of all a password, is sent as an address.
 */
export function Form({ children, ...rest }: Omit<ComponentProps<'form'>, 'method' | 'noValidate'>) {
  const hydrated = useHydrated()
  return (
    <form method="post" noValidate {...rest}>
      <fieldset disabled={!hydrated} className="contents">
        {children}
      </fieldset>
    </form>
  )
}
