'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Answer } from '@/components/layout/answer'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { type ContactsOverview, contactsOverviewQuery } from '@/lib/contacts/client'
import { formatInstant } from '@/lib/format/instant'
import { ContactModelChoice } from './contact-model-choice'
import { listHref } from './list-href'
import { NoActions } from './no-actions'
import { NoContactModel } from './no-contact-model'
import { RatedContacts } from './rated-contacts'
import { RebuildNotice } from './rebuild-notice'

export type ContactsViewProps = {
  workspace: string
  zone: string
  /** The model the address asks for. */
  asked?: string
  /** Where the product is reached, and its clock: for an example that works as it stands. */
  origin: string
  now: string
  mayWriteModels: boolean
  mayScore: boolean
  mayExport: boolean
  maySources: boolean
  initial: ContactsOverview
}

/** The contacts at whatever stage a workspace is: without a model, being rated, without actions, rated. */
export function ContactsView(props: ContactsViewProps) {
  const { workspace, zone, asked, initial } = props
  const { data = initial } = useQuery({ ...contactsOverviewQuery(workspace, asked), initialData: initial })
  const { ratedBy, contacts } = data
  return (
    <>
      <TopBar
        title="Contacts"
        chips={
          ratedBy && (
            <>
              <Chip>As of {formatInstant(ratedBy.asOf, zone)}</Chip>
              <ContactModelChoice workspace={workspace} model={ratedBy.model} version={ratedBy.version} />
            </>
          )
        }
      >
        {contacts > 0 && (
          <Button variant="go" asChild>
            <Link href={listHref(workspace, {}, asked)}>See all contacts</Link>
          </Button>
        )}
      </TopBar>
      <Page>{stage(props, data)}</Page>
    </>
  )
}

function stage(props: ContactsViewProps, data: ContactsOverview) {
  const { workspace, zone, asked, mayWriteModels, mayScore, mayExport } = props
  const { ratedBy, rebuilding, contacts } = data
  const notice = rebuilding && (
    <RebuildNotice workspace={workspace} rebuilding={rebuilding} ratedBy={ratedBy} may={mayScore} />
  )
  if (contacts > 0 && ratedBy)
    return (
      <>
        {notice}
        <RatedContacts
          workspace={workspace}
          model={asked}
          data={{ ...data, ratedBy }}
          mayExport={mayExport}
          zone={zone}
        />
      </>
    )
  if (notice)
    return (
      <>
        <Answer caption="Every action that was accepted counts; the stars appear here as soon as they are there.">
          <b>Contacts are being rated.</b>
        </Answer>
        {notice}
      </>
    )
  if (!ratedBy) return <NoContactModel workspace={workspace} may={mayWriteModels} />
  return <NoActions {...props} />
}
