'use client'
import { useEffect, useMemo } from 'react'
import Link from 'next/link'
import { markDone } from '@/components/first-minutes/done-steps'
import { weightMoved } from '@/components/first-minutes/weight-moved'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { documentProblems } from '@/lib/scoring/engagement/document-problems'
import type { JsonOf } from '@/lib/api/json-of'
import type { ModelPage } from '@/lib/models/engagement-model-page'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import { ArchivedNotice } from './archived-notice'
import { BehaviorsCard } from './behaviors/behaviors-card'
import { EditorBar } from './editor-bar'
import { type Editor, EditorProvider } from './editor-context'
import { KnownPeopleCard } from './known/known-people-card'
import { NextTierCard } from './next-tier/next-tier-card'
import { problemInWords } from './problem-in-words'
import { readEngagementDocument } from './read-draft'
import { SettingsCard } from './settings/settings-card'
import { useDraft } from './use-draft'
import { MoversCard } from './what-if/movers-card'
import { WhatIfAnswer } from './what-if/what-if-answer'
import { WhatIfCard } from './what-if/what-if-card'
import { WhatIfStrip } from './what-if/what-if-strip'
import { WithWhatIf } from './with-what-if'

export type ModelViewProps = {
  workspace: string
  zone: string
  mayWrite: boolean
  /** May people leave the product with their names? */
  mayExport: boolean
  initial: JsonOf<ModelPage>
}

/** The model editor: what counts and how much, and what a change would do to everybody before it does. */
export function ModelView({ workspace, zone, mayWrite, mayExport, initial }: ModelViewProps) {
  const { model, draft, live } = initial
  const under = useDraft<WrittenDocument>({
    workspace,
    model: model.id,
    draft,
    version: live?.version ?? null,
    mayWrite,
    problemsOf: documentProblems,
    readDocument: readEngagementDocument,
  })
  const { document, change, problems, problemAt, valid, saving } = under
  useEffect(() => {
    if (weightMoved(draft.document, document)) markDone(workspace, 'weight')
  }, [workspace, draft.document, document])

  const editor = useMemo<Editor>(
    () => ({
      workspace,
      modelId: model.id,
      zone,
      mayWrite,
      document,
      live: live && { version: live.version, document: live.document },
      change,
      problemAt,
    }),
    [workspace, model.id, zone, mayWrite, document, live, change, problemAt],
  )
  const next = (live?.version ?? 0) + 1
  return (
    <EditorProvider value={editor}>
      <WithWhatIf valid={valid}>
        <TopBar
          title={document.name.trim() || model.name}
          parent={{ label: 'Models', href: `/w/${workspace}/models` }}
          chips={
            <Chip>{live ? `Live v${live.version} · draft v${next}` : 'Nothing published · draft v1'}</Chip>
          }
        >
          <Button asChild>
            <Link href={`/w/${workspace}/models/${model.id}/versions`}>Versions</Link>
          </Button>
        </TopBar>
        <Page className="max-lg:pt-0">
          <WhatIfStrip />
          <ArchivedNotice workspace={workspace} zone={zone} archivedAt={model.archivedAt} />
          <WhatIfAnswer />
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 max-md:gap-3 lg:grid-cols-[minmax(0,1fr)_392px]">
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 max-md:gap-3">
              <BehaviorsCard />
              <SettingsCard />
              <MoversCard mayExport={mayExport} saved={saving.state === 'saved'} />
              <NextTierCard />
            </div>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 max-md:gap-3 lg:sticky lg:top-16">
              <WhatIfCard />
              <KnownPeopleCard />
            </div>
          </div>
        </Page>
        <EditorBar draft={under} problem={problems[0] ? problemInWords(problems[0], document) : null} />
      </WithWhatIf>
    </EditorProvider>
  )
}
