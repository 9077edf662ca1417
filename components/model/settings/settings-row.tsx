'use client'
import type { ReactNode } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { partInWords } from './document-words'
import { FoldedRow } from './folded-row'
import { type ModelPart, partChanges, partDiffers, partPlaces } from './model-parts'

type Props = {
  part: ModelPart
  /** In place of the value in words. */
  summary?: string
  /** Refused for something that another place of the document holds. */
  refusedElsewhere?: boolean
  children: ReactNode
}

/** What the live version says where the draft differs; null where it does not. */
function useLiveWords(part: ModelPart): string | null {
  const { document, live } = useEditor()
  if (!live || !partDiffers(part, live.document, document)) return null
  const before = partInWords(part, live.document)
  if (before !== partInWords(part, document)) return `live v${live.version}: ${before}`
  return `since v${live.version}: ${partChanges(part, live.document, document).join('; ')}`
}

/** One part of the model: its value in words, and below it, once opened, its controls. */
export function SettingsRow({ part, summary, refusedElsewhere = false, children }: Props) {
  const { document, problemAt } = useEditor()
  const liveWords = useLiveWords(part)
  const { name, paths } = partPlaces[part]
  const refused = refusedElsewhere || paths.some((path) => problemAt(...path) !== null)
  return (
    <FoldedRow
      value={part}
      name={name}
      summary={summary ?? partInWords(part, document)}
      liveWords={liveWords}
      refused={refused}
    >
      {children}
    </FoldedRow>
  )
}
