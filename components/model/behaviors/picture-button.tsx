import type { ReactNode } from 'react'

type PictureButtonProps = { label: string; words: string; onPress: () => void; children: ReactNode }

/** A small picture over its words; pressing it opens what it shows. */
export function PictureButton({ label, words, onPress, children }: PictureButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className="block rounded-sm text-left @max-[580px]/behaviors:flex @max-[580px]/behaviors:items-center @max-[580px]/behaviors:gap-2"
    >
      {children}
      <span className="block text-xs whitespace-nowrap text-ink-3">{words}</span>
    </button>
  )
}
