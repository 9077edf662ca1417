'use client'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { ArchivedNotice } from '@/components/model/archived-notice'
import { useDraft } from '@/components/model/use-draft'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import type { JsonOf } from '@/lib/api/json-of'
import type { ContactModelPage } from '@/lib/models/contact-model-page'
import { type ContactDocument, contactDocumentProblems } from '@/lib/scoring/contacts/document'
import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import { ActionsCard } from './actions/actions-card'
import { ContactBar } from './contact-bar'
import { type ContactEditor, ContactEditorProvider } from './contact-editor-context'
import { GravityCard } from './gravity/gravity-card'
import { inWords } from './in-words'
import { DilutionCard } from './reach/dilution-card'
import { ReachCard } from './reach/reach-card'
import { readContactDocument } from './read-contact-document'
import { RulesCard } from './rules/rules-card'
import { OrderComparison } from './what-if/order-comparison'
import { StarMovers } from './what-if/star-movers-card'
import { StarsAnswer } from './what-if/stars-answer'
import { StarsStrip } from './what-if/stars-strip'
import { StarsWhatIf } from './what-if/stars-what-if'
import { StarsWhatIfProvider } from './what-if/stars-what-if-provider'

export type ContactModelViewProps = {
  workspace: string
  zone: string
  mayWrite: boolean
  /** May people leave the product with their names? */
  mayExport: boolean
  initial: JsonOf<ContactModelPage>
}

/** The editor of a contact model: what counts and how it fades, and what a change would do to every contact's stars. */
export function ContactModelView({ workspace, zone, mayWrite, mayExport, initial }: ContactModelViewProps) {
  const { model, live } = initial
  const draft = useDraft<WrittenContactDocument>({
    workspace,
    model: model.id,
    draft: initial.draft as typeof initial.draft & { document: WrittenContactDocument },
    version: live?.version ?? null,
    mayWrite,
    problemsOf: contactDocumentProblems,
    readDocument: readContactDocument,
  })
  const { document, change, problems, problemAt, valid } = draft
  const [lastValid, setLastValid] = useState<ContactDocument>(document)
  if (valid && document !== lastValid) setLastValid(document)

  const editor = useMemo<ContactEditor>(
    () => ({
      workspace,
      modelId: model.id,
      zone,
      mayWrite,
      document,
      lastValid,
      live: live && { version: live.version, document: live.document },
      change,
      problemAt,
    }),
    [workspace, model.id, zone, mayWrite, document, lastValid, live, change, problemAt],
  )
  const next = (live?.version ?? 0) + 1
  const [problem] = problems
  return (
    <ContactEditorProvider value={editor}>
      <StarsWhatIfProvider>
        <TopBar
          title={document.name.trim() || model.name}
          parent={{ label: 'Models', href: `/w/${workspace}/models` }}
          chips={
            <Chip>{live ? `Live v${live.version} · draft v${next}` : 'Nothing published · draft v1'}</Chip>
          }
        >
          {live && (
            <Button asChild>
              <Link href={`/w/${workspace}/models/${model.id}/truncation`}>Old actions</Link>
            </Button>
          )}
          <Button asChild>
            <Link href={`/w/${workspace}/models/${model.id}/versions`}>Versions</Link>
          </Button>
        </TopBar>
        <Page className="max-lg:pt-0">
          <StarsStrip />
          <ArchivedNotice workspace={workspace} zone={zone} archivedAt={model.archivedAt} />
          <StarsAnswer />
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 max-md:gap-3 lg:grid-cols-[minmax(0,1fr)_392px]">
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 max-md:gap-3">
              <ActionsCard />
              <GravityCard />
              <RulesCard />
              <StarMovers mayExport={mayExport} saved={draft.saving.state === 'saved'} />
              <OrderComparison />
              <ReachCard />
              <DilutionCard />
            </div>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 max-md:gap-3 lg:sticky lg:top-16">
              <StarsWhatIf />
            </div>
          </div>
        </Page>
        <ContactBar draft={draft} problem={problem ? inWords(problem, document) : null} />
      </StarsWhatIfProvider>
    </ContactEditorProvider>
  )
}
