'use client'
import { documentChanges } from '@/lib/scoring/engagement/document-changes'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import { useEditor } from './editor-context'
import { PublishBar, type PublishBarProps } from './publish-bar'
import { readEngagementDocument } from './read-draft'
import { useWhatIf } from './what-if-context'
import { TierChanges } from './what-if/tier-changes'
import { answerOf } from './what-if/what-if-words'

type Props = Pick<PublishBarProps<WrittenDocument>, 'draft' | 'problem'>

/** The publish bar of an engagement model. */
export function EditorBar({ draft, problem }: Props) {
  const { document, live } = useEditor()
  const { state, result, live: scored } = useWhatIf()
  const says = result && answerOf(result, document, scored)
  const next = (live?.version ?? 0) + 1
  return (
    <PublishBar
      live={live && { version: live.version, document: live.document as WrittenDocument }}
      changes={live ? documentChanges(live.document, document) : []}
      draft={draft}
      readDocument={readEngagementDocument}
      problem={problem}
      effect={
        says && state === 'ready'
          ? `${says.claim}${says.rest}`
          : 'Its preview is not ready. Everybody is scored by it from then on.'
      }
      aftermath={`Everybody is scored under v${next} at once, and the past year is restated behind that.`}
    >
      <TierChanges />
    </PublishBar>
  )
}
