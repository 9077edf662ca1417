'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { ReadError } from '@/lib/api/read'

const retries = 2

/** Server state of the browser. What the server refused is not asked again; what was out of reach is. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 10_000,
            retry: (count, error) =>
              count < retries && (!(error instanceof ReadError) || error.code === 'offline'),
          },
        },
      }),
  )
  // Children come first, so by now the page answers: journeys wait for this mark.
  useEffect(() => {
    document.documentElement.dataset.live = 'true'
  }, [])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
