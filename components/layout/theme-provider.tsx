'use client'
import { ThemeProvider as NextThemes } from 'next-themes'
import type { ReactNode } from 'react'

/**
 * Light or dark from the system until somebody chooses. It writes `data-theme` on `<html>` before the first
 * paint, so `<html>` needs `suppressHydrationWarning`.
 * @param nonce of the content security policy, for the script that does so
 */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <NextThemes
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      nonce={nonce}
    >
      {children}
    </NextThemes>
  )
}
