'use client'
import { StarDistribution } from '@/components/charts/star-distribution'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { useContactEditor } from '../contact-editor-context'
import { StarMatrix } from './star-matrix'
import { useStarsWhatIf } from './stars-what-if-context'

const TITLE = 'What the draft does'

/** Everybody's stars under the draft, over what the live version gives them, and who goes from which to which. */
export function StarsWhatIf() {
  const { lastValid, zone } = useContactEditor()
  const { state, result, live, asOf } = useStarsWhatIf()
  if (!result || state === 'empty') return <NoPreview />
  const { change } = result
  const line = live ? ` · line: live v${live.version}` : ''
  return (
    <StarDistribution
      title={TITLE}
      caption={`all ${plural(result.contacts, 'contact')}${asOf ? `, as of ${formatDay(asOf, zone)}` : ''}, nothing stored${line}`}
      stars={result.stars}
      cuts={lastValid.stars}
      ghost={live ? { name: `live v${live.version}`, stars: live.stars } : undefined}
      fileName="what-if-stars"
      details={
        <>
          <Failure />
          {change && live && <StarMatrix change={change} live={live} draft={result} />}
        </>
      }
      footer={
        change && live ? (
          <>
            <b>{plural(change.up + change.down, 'contact changes', 'contacts change')} stars</b>:{' '}
            {formatNumber(change.up)} up, {formatNumber(change.down)} down
          </>
        ) : (
          'Nothing is published yet: there is nothing to compare with'
        )
      }
    />
  )
}

function Failure() {
  const { state, message, again } = useStarsWhatIf()
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
  const { state, message, again } = useStarsWhatIf()
  return (
    <Card aria-label={TITLE}>
      <CardHeader title={TITLE} />
      <CardBody className="grid gap-3">
        {state === 'empty' || state === 'failed' ? (
          <Notice
            kind={state === 'failed' ? 'error' : 'info'}
            title="There is no preview yet"
            action={state === 'failed' && <Button onClick={again}>Try again</Button>}
          >
            {message}
          </Notice>
        ) : (
          <Skeleton className="h-72" />
        )}
      </CardBody>
    </Card>
  )
}
