'use client'
import { useQuery } from '@tanstack/react-query'
import { useEditor } from '@/components/model/editor-context'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { ReadError } from '@/lib/api/read'
import { formatDay } from '@/lib/format/instant'
import { type TierSteps, tierStepsQuery } from '@/lib/tier-steps/client'
import { TierStepTable } from './tier-step-table'

/** What the next tier does more: of the live version, tier by tier, the behaviors that set it apart from the one above. */
export function NextTierCard() {
  const { workspace, modelId, zone, live } = useEditor()
  // Another version has other tiers: its scores are asked for as soon as it is published.
  const { data, error, refetch } = useQuery({
    ...tierStepsQuery(workspace, modelId, live?.version ?? null),
    enabled: live !== null,
  })
  const isUnscored = live === null || (error instanceof ReadError && error.code === 'not_found')
  const isOpen = data?.steps.some(({ behaviors }) => behaviors.some(({ open }) => open))
  return (
    <Card aria-labelledby="next-tier">
      <CardHeader
        id="next-tier"
        title="What the next tier does more"
        caption={data ? caption(data, zone) : 'Behaviors that set a tier apart from the one above it'}
      />
      {data ? (
        <div className="pt-1">
          {data.steps.map((step) => (
            <TierStepTable key={step.tier} step={step} tiers={data.tiers} />
          ))}
        </div>
      ) : isUnscored ? (
        <EmptyState title="No scores yet" className="py-8">
          Publish the model: once everybody is scored, this tells which behaviors the people of each tier do
          less than those of the tier above.
        </EmptyState>
      ) : error ? (
        <CardBody>
          <Notice
            kind="error"
            title="The tiers could not be compared"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        </CardBody>
      ) : (
        <Loading />
      )}
      {data && (
        <CardFooter>
          <b>Association, not proof</b>: who does more of these stands higher because these are what is
          scored, and others who begin to need not follow. {isOpen && 'Open: the interval holds 0. '}
          Shares of the people with a score, Wilson’s intervals; differences with Newcombe’s.
        </CardFooter>
      )}
    </Card>
  )
}

const caption = ({ version, asOf, windowDays }: TierSteps, zone: string) =>
  `live v${version}, in the ${windowDays} days before ${formatDay(asOf, zone)}`

function Loading() {
  return (
    <CardBody>
      <p role="status" className="sr-only">
        Comparing the tiers
      </p>
      <div className="grid gap-3">
        {Array.from({ length: 6 }, (_, row) => (
          <Skeleton key={row} className="h-6" />
        ))}
      </div>
    </CardBody>
  )
}
