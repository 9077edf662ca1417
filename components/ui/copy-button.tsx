'use client'
import { Check, Copy, X } from 'lucide-react'
import { Button } from './button'
import { IconButton } from './icon-button'
import { useCopy } from './use-copy'

export type CopyButtonProps = {
  text: string
  /** What is copied: "Copy write key". */
  label?: string
  /** Draws the words beside the icon. */
  words?: boolean
  className?: string
}

/** Copies a text and says that it did. */
export function CopyButton({ text, label = 'Copy', words, className }: CopyButtonProps) {
  const { state, copy } = useCopy()
  const Icon = state === 'copied' ? Check : state === 'failed' ? X : Copy
  const said = state === 'copied' ? 'Copied' : state === 'failed' ? 'Not copied: select and copy by hand' : ''
  const announcement = (
    <span role="status" className="sr-only">
      {said}
    </span>
  )
  if (words) {
    return (
      <Button className={className} onClick={() => void copy(text)}>
        <Icon aria-hidden className="stroke-[1.5]" />
        {said || label}
        {announcement}
      </Button>
    )
  }
  return (
    <>
      <IconButton label={said || label} className={className} onClick={() => void copy(text)}>
        <Icon aria-hidden />
      </IconButton>
      {announcement}
    </>
  )
}
