'use client'
import type { ReactNode } from 'react'
import { FoldedRow } from '@/components/model/settings/folded-row'
import { sameValue } from '@/components/model/behaviors/same-value'
import { useContactEditor } from '../contact-editor-context'
import { partNames, ruleInWords, type RulePart } from './rule-words'

/** One part of the contact model: its value in words, and below it, once opened, its controls. */
export function RuleRow({ part, children }: { part: RulePart; children: ReactNode }) {
  const { document, live, problemAt } = useContactEditor()
  const differs = live !== null && !sameValue(live.document[part], document[part])
  return (
    <FoldedRow
      value={part}
      name={partNames[part]}
      summary={ruleInWords(part, document)}
      liveWords={differs ? `live v${live.version}: ${ruleInWords(part, live.document)}` : null}
      refused={problemAt(part) !== null}
    >
      {children}
    </FoldedRow>
  )
}
