'use client'
import { memo } from 'react'
import { ScoreHistogram } from '@/components/charts/score-histogram'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'
import { useEditor } from '../editor-context'
import { useWhatIf, type WhatIfState } from '../what-if-context'
import { Counting } from './counting'
import { TierChanges } from './tier-changes'
import { useMoveCuts } from './use-move-cuts'

const TITLE = 'What the draft does'

/** Everybody under the draft, over how they are scored now; the cuts between tiers are moved here. */
export function WhatIfCard() {
  const { document, zone, mayWrite } = useEditor()
  const { state, result, live, asOf } = useWhatIf()
  const moveCuts = useMoveCuts()
  if (!result || state === 'empty') return <NoPreview />
  const { method, reference } = document.normalisation
  return (
    <Picture
      stale={state === 'counting'}
      result={result}
      live={live}
      tiers={document.tiers}
      asOf={asOf ? formatDay(asOf, zone) : null}
      comparable={method === 'percentile' && reference.type === 'frozen'}
      onCuts={mayWrite ? moveCuts : undefined}
    />
  )
}

type PictureProps = {
  /** Of the draft before the last change. */
  stale: boolean
  result: WhatIf
  live: WhatIfState['live']
  tiers: EngagementDocument['tiers']
  asOf: string | null
  /** May the people be compared with those of a pinned day, among whom each bar has the same share? */
  comparable: boolean
  onCuts?: (cuts: readonly number[]) => void
}

/** Drawn anew when the answer is there, not for every step of what is asked. */
const Picture = memo(function Picture({
  stale,
  result,
  live,
  tiers,
  asOf,
  comparable,
  onCuts,
}: PictureProps) {
  const { summary, change } = result
  const line = live ? ` · line: live v${live.version}` : ''
  return (
    <ScoreHistogram
      title={TITLE}
      caption={`all ${plural(summary.n, 'person', 'people')}${asOf ? `, as of ${asOf}` : ''}, nothing stored${line}`}
      bins={summary.bins}
      zeros={summary.zeros}
      tiers={tiers.map(({ key, name, from, colour }, index) => ({
        ...{ key, name, from, colour },
        count: summary.tiers[index]?.people,
      }))}
      ghost={live ?? undefined}
      evenShare={comparable ? 'unchanged' : null}
      onCuts={onCuts}
      fileName="what-if"
      details={
        <>
          {stale && (
            <p className="px-4 pb-2 text-xs text-ink-3 max-md:px-3">
              Before this change, until it is counted:
            </p>
          )}
          <Counting className="px-4 pb-3 max-md:px-3" />
          <Failure />
          <TierChanges />
        </>
      }
      footer={
        change && live ? (
          <>
            <b>{plural(change.up + change.down, 'person changes', 'people change')} tier</b>:{' '}
            {formatNumber(change.up)} up, {formatNumber(change.down)} down
            {change.entered + change.left > 0 &&
              `; ${formatNumber(change.entered)} gain a score, ${formatNumber(change.left)} lose theirs`}
          </>
        ) : (
          `${formatNumber(summary.zeros)} at 0, ${formatShare(summary.zeros, summary.n)}; no live scores to compare with`
        )
      }
    />
  )
})

function Failure() {
  const { state, message, again } = useWhatIf()
  if (state !== 'failed') return null
  return (
    <Notice
      kind="error"
      title="This change could not be previewed"
      className="mx-4 mb-3"
      action={<Button onClick={again}>Try again</Button>}
    >
      {message}
    </Notice>
  )
}

function NoPreview() {
  const { state, message, again } = useWhatIf()
  return (
    <Card aria-label={TITLE}>
      <CardHeader title={TITLE} />
      <CardBody className="grid gap-3">
        <Counting />
        {state === 'loading' && <Skeleton className="h-72" />}
        {(state === 'empty' || state === 'failed') && (
          <Notice
            kind={state === 'failed' ? 'error' : 'info'}
            title="There is no preview yet"
            action={state === 'failed' && <Button onClick={again}>Try again</Button>}
          >
            {message}
          </Notice>
        )}
      </CardBody>
    </Card>
  )
}
