'use client'
import { PublishBar, type PublishBarProps } from '@/components/model/publish-bar'
import { contactDocumentChanges } from '@/lib/scoring/contacts/document-changes'
import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import { useContactEditor } from './contact-editor-context'
import { readContactDocument } from './read-contact-document'
import { StarMatrix } from './what-if/star-matrix'
import { useStarsWhatIf } from './what-if/stars-what-if-context'
import { starsAnswer } from './what-if/stars-words'

type Props = Pick<PublishBarProps<WrittenContactDocument>, 'draft' | 'problem'>

/** The publish bar of a contact model. */
export function ContactBar({ draft, problem }: Props) {
  const { document, live } = useContactEditor()
  const { state, result, live: rated } = useStarsWhatIf()
  const says = result && state === 'ready' ? starsAnswer(result, rated) : null
  const next = (live?.version ?? 0) + 1
  return (
    <PublishBar
      live={live && { version: live.version, document: live.document as WrittenContactDocument }}
      changes={live ? contactDocumentChanges(live.document, document) : []}
      draft={draft}
      readDocument={readContactDocument}
      problem={problem}
      effect={
        says
          ? `${says.claim}${says.rest}`
          : 'Its preview is not ready. Every contact is rated by it from then on.'
      }
      aftermath={`Every contact is rated anew under v${next}, from everything that is stored; whose stars change is noted, with v${next} as the cause.`}
    >
      {result?.change && rated && <StarMatrix change={result.change} live={rated} draft={result} />}
    </PublishBar>
  )
}
