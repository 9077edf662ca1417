import Link from 'next/link'
import { Answer } from '@/components/layout/answer'
import { Columns } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { actionSnippet } from './action-snippet'

export type NoActionsProps = {
  workspace: string
  /** Where the product is reached. */
  origin: string
  /** The server's clock, for the example. */
  now: string
  /** May the asker see the sources? */
  maySources: boolean
}

/** A model is there, but nobody has done anything with an e-mail yet: three ways to bring that in. */
export function NoActions({ workspace, origin, now, maySources }: NoActionsProps) {
  const sources = `/w/${workspace}/sources`
  return (
    <>
      <Answer caption="Each contact is rated within a second of its first action; this page follows by itself.">
        <b>No contact has done anything yet.</b> Connect your e-mail provider, import a file, or send actions.
      </Answer>
      <Columns>
        <Card>
          <EmptyState
            title="Bring in what became of your e-mails"
            action={
              maySources && (
                <>
                  <Button variant="go" asChild>
                    <Link href={`${sources}#providers`}>Connect a provider</Link>
                  </Button>
                  <Button asChild>
                    <Link href={sources}>Import a file</Link>
                  </Button>
                </>
              )
            }
          >
            {maySources
              ? 'SendGrid, Mailgun, Postmark, Amazon SES, Brevo, Resend and others tell by webhook what was delivered, read, clicked and bounced. A CSV or NDJSON of past actions is rated as soon as it is in.'
              : 'Somebody who may see the sources can connect a provider or import a file.'}
          </EmptyState>
        </Card>
        <Card aria-labelledby="send-actions">
          <CardHeader
            id="send-actions"
            title="Send actions"
            caption="From your own product, with the write key of a source; one at a time or many in a list."
          />
          <CardBody>
            <CodeBlock label="curl" code={actionSnippet(origin, now)} />
          </CardBody>
        </Card>
      </Columns>
    </>
  )
}
