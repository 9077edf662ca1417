import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'
import { Notice } from './notice'

export type SecretOnceProps = {
  /** "Write key", "API key". */
  label: string
  secret: string
  /** What to do with it; the warning that it is shown once is always there. */
  children?: ReactNode
}

/** A secret that only this moment can show: kept hashed, it cannot be read again. */
export function SecretOnce({ label, secret, children }: SecretOnceProps) {
  return (
    <Notice kind="warning" live title={`Copy this ${label.toLowerCase()} now: it is shown only once`}>
      <p>{children ?? 'Only a hash of it is kept. If it gets lost, revoke it and make a new one.'}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <code
          aria-label={label}
          className="min-w-0 rounded-sm border border-line bg-sunken px-2 py-1 font-mono text-xs break-all text-ink select-all"
        >
          {secret}
        </code>
        <CopyButton text={secret} label={`Copy ${label.toLowerCase()}`} words />
      </div>
    </Notice>
  )
}
