'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useReference } from '@/components/charts/use-reference'
import { ContactLink } from '@/components/contact/contact-link'
import { Columns, Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { formatInstant } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import { explanationQuery, pathQuery, type PersonPage } from '@/lib/people/client'
import { ChangeCard } from './change-card'
import { IdentitiesCard } from './identities-card'
import { NoScore } from './no-score'
import { PersonAnswer } from './person-answer'
import { PersonNumbers } from './person-numbers'
import { ScorePath } from './score-path'
import { TimelineCard } from './timeline-card'
import { WhyCard } from './why-card'

export type PersonViewProps = {
  workspace: string
  /** As the address has it: what is shown may be masked, or be the id of whom this one was merged into. */
  id: string
  zone: string
  mayMerge: boolean
  /** How the same person is rated as somebody who gets mail; null for who gets none. */
  contactStars: number | null
  initial: PersonPage
}

/** One person: the score, its path, why it is what it is, what changed, and what they did. */
export function PersonView({ workspace, id, zone, mayMerge, contactStars, initial }: PersonViewProps) {
  const { person } = initial
  const name = person.email ?? person.personId
  const [reference, setReference] = useReference()
  const firstSince = initial.explanation?.change?.from.asOf
  const [since, setSince] = useState(firstSince)
  const path = useQuery({
    ...pathQuery(workspace, id, reference),
    ...(reference === 'frozen' && { initialData: initial.path }),
  })
  const explained = useQuery({
    ...explanationQuery(workspace, id, since),
    enabled: initial.explanation !== null,
    ...(since === firstSince && initial.explanation && { initialData: initial.explanation }),
  })
  // While another date does not load, what the page opened with stays.
  const explanation = explained.data ?? initial.explanation

  const changeSince = (instant: string) => {
    setSince(instant)
    const address = new URL(location.href)
    address.searchParams.set('since', instant)
    history.replaceState(null, '', address)
  }

  return (
    <>
      <TopBar
        title={name}
        parent={{ label: 'People', href: `/w/${workspace}/people` }}
        chips={
          person.asOf &&
          person.model && (
            <>
              <Chip>As of {formatInstant(person.asOf, zone)}</Chip>
              <Chip>
                {person.model.name} v{person.version}
              </Chip>
            </>
          )
        }
      >
        {contactStars !== null && <ContactLink workspace={workspace} id={id} stars={contactStars} />}
      </TopBar>
      <Page>
        <PersonAnswer person={person} explanation={explanation} zone={zone} />
        {explanation !== null && explanation.lateEvents > 0 && (
          <Notice title={`${plural(explanation.lateEvents, 'event')} arrived since this run`}>
            They occurred before {formatInstant(explanation.asOf, zone)} and are counted by the next run.
          </Notice>
        )}
        <PersonNumbers person={person} workspace={workspace} zone={zone} />
        {path.error && <Failed what="The path" error={path.error} onRetry={() => void path.refetch()} />}
        {path.isPending && <Skeleton className="h-72" />}
        {path.data && (
          <ScorePath
            path={path.data}
            zone={zone}
            reference={reference}
            onReference={setReference}
            since={since}
            name={name}
          />
        )}
        {explained.error && (
          <Failed what="The explanation" error={explained.error} onRetry={() => void explained.refetch()} />
        )}
        {explanation?.score ? (
          <Columns>
            <WhyCard explanation={explanation} score={explanation.score} zone={zone} name={name} />
            {explanation.change && (
              <ChangeCard
                change={explanation.change}
                points={path.data?.items ?? []}
                busy={explained.isFetching}
                onSince={changeSince}
                zone={zone}
                name={name}
              />
            )}
          </Columns>
        ) : (
          <NoScore person={person} zone={zone} />
        )}
        <TimelineCard workspace={workspace} id={id} zone={zone} />
        <IdentitiesCard workspace={workspace} id={id} name={name} zone={zone} mayMerge={mayMerge} />
      </Page>
    </>
  )
}

function Failed({ what, error, onRetry }: { what: string; error: Error; onRetry: () => void }) {
  return (
    <Notice
      live
      kind="error"
      title={`${what} did not load`}
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      {error.message}
    </Notice>
  )
}
