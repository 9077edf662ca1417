'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { Columns, Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { type ContactPage, contactPageQuery } from '@/lib/contacts/client'
import { formatDay, formatInstant } from '@/lib/format/instant'
import { ChangesCard } from './changes-card'
import { ContactAnswer } from './contact-answer'
import { ContactNumbers } from './contact-numbers'
import { ContactPath } from './contact-path'
import { CountedCard } from './counted-card'
import { FadeCard } from './fade-card'
import { MachineLine } from './machine-line'
import { NotCountedCard } from './not-counted-card'
import { ratedAt, ratedContact } from './rated-contact'
import { SimulatorCard } from './simulator-card'
import { useTried } from './use-tried'

const otherMachine = { exclude: 'include', include: 'exclude' } as const

export type ContactViewProps = {
  workspace: string
  /** As the address has it: an e-mail or a public id. */
  id: string
  zone: string
  /** The contact model that is asked for; without one the newest published. */
  model?: string
  initial: ContactPage
}

/** One contact: the stars, how they came to be, what counts and what does not, and what would come next. */
export function ContactView({ workspace, id, zone, model: asked, initial }: ContactViewProps) {
  const query = useQuery({ ...contactPageQuery(workspace, id, asked), initialData: initial })
  const { contact, history, document, asOf: observedUntil, changes, personHref } = query.data
  const tried = useTried()
  // Whether machine activity is shown the other way round than the model has it.
  const [isOther, setIsOther] = useState(false)
  const machine = isOther ? otherMachine[document.machine] : document.machine
  const model = useMemo(() => ({ ...document, machine }), [document, machine])
  const asOf = ratedAt(history, model, observedUntil)
  const now = useMemo(() => ratedContact(history, model, asOf), [history, model, asOf])
  const rated = useMemo(
    () => (tried.actions.length > 0 ? ratedContact(history, model, asOf, tried.actions) : now),
    [history, model, asOf, tried.actions, now],
  )
  const name = contact.email ?? contact.personId
  const left = history.actions.findLast(({ action }) => action === 'unsubscribe')

  return (
    <>
      <TopBar
        title={name}
        parent={{ label: 'Contacts', href: `/w/${workspace}/contacts${asked ? `?model=${asked}` : ''}` }}
        chips={
          <>
            <Chip>As of {formatInstant(observedUntil, zone)}</Chip>
            <Chip>
              {contact.ratedBy.model.name} v{contact.ratedBy.version}
            </Chip>
          </>
        }
      >
        {personHref && (
          <Button asChild>
            <Link href={personHref}>Activity of this person</Link>
          </Button>
        )}
      </TopBar>
      <Page>
        <ContactAnswer name={name} rated={now} model={model} zone={zone} />
        {query.error && (
          <Notice
            live
            kind="error"
            title="The newest actions did not load"
            action={<Button onClick={() => void query.refetch()}>Try again</Button>}
          >
            {query.error.message} What is shown is as of {formatInstant(observedUntil, zone)}.
          </Notice>
        )}
        {contact.unsubscribed && (
          <Notice title={`Unsubscribed${left ? ` on ${formatDay(left.at, zone)}` : ''}`}>
            The score goes on, but this contact asked for no more mail.
          </Notice>
        )}
        {contact.withMachines && (
          <MachineLine
            history={history}
            usual={document.machine}
            chosen={machine}
            onChoose={(choice) => setIsOther(choice !== document.machine)}
            score={contact.score}
            other={contact.withMachines}
          />
        )}
        <ContactNumbers rated={now} model={model} zone={zone} />
        <Columns split="wide-left">
          <div className="grid min-w-0 gap-4 max-md:gap-3">
            <ContactPath rated={rated} model={model} zone={zone} name={name} />
            <CountedCard rated={rated} model={model} zone={zone} name={name} />
            <NotCountedCard notCounted={rated.now.notCounted} zone={zone} name={name} />
            <ChangesCard changes={changes} zone={zone} name={name} />
          </div>
          <div className="grid min-w-0 gap-4 max-md:gap-3">
            <SimulatorCard rated={rated} history={history} model={model} tried={tried} />
            <FadeCard rated={rated} model={model} zone={zone} />
          </div>
        </Columns>
      </Page>
    </>
  )
}
