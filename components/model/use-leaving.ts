'use client'
import { useEffect, useRef } from 'react'

const QUESTION = 'The draft holds something that is not valid yet and is not saved. Leave all the same?'

/**
 * What happens to changes that are not saved yet when the page is left: by another address the browser asks, by a link
 * of the product they are saved, or it is asked where they cannot be.
 *
 * @param changed is there something to lose?
 * @param save saves it; null where it cannot be saved as it is
 */
export function useLeaving(changed: boolean, save: (() => void) | null): void {
  const last = useRef(save)
  useEffect(() => {
    last.current = changed ? save : null
  }, [changed, save])
  useEffect(() => () => last.current?.(), [])

  useEffect(() => {
    if (!changed) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [changed])

  const cannotSave = changed && save === null
  useEffect(() => {
    if (!cannotSave) return
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const leaves = link && !link.hasAttribute('download') && !link.getAttribute('href')?.startsWith('#')
      if (!leaves || event.metaKey || event.ctrlKey || window.confirm(QUESTION)) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('click', ask, { capture: true })
    return () => document.removeEventListener('click', ask, { capture: true })
  }, [cannotSave])
}
