import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { read } from '@/lib/api/read'

type Of = {
  workspace: string
  model: string
  /** What the page says is live. */
  version: number | null
  /** Everything that was changed here is on the server. */
  isSaved: boolean
}

/**
 * Whoever comes back to a page whose model was published meanwhile, in another tab or by somebody else, sees what is live
 * now.
 */
export function useNewestVersion({ workspace, model, version, isSaved }: Of): void {
  const router = useRouter()
  useEffect(() => {
    if (!isSaved) return
    const look = () => {
      if (document.visibilityState !== 'visible') return
      read<{ version: number | null }>(workspace, 'models.get', { id: model }).then(
        (newest) => newest.version !== version && router.refresh(),
        () => undefined, // Asked again when one comes back the next time.
      )
    }
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [workspace, model, version, isSaved, router])
}
