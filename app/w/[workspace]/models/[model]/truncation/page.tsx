import { DateTime } from 'luxon'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TruncationView } from '@/components/contact-model/truncation/truncation-view'
import { pageContext } from '@/lib/auth/context'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import { getModel } from '@/lib/models/operations'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Old actions' }

type Props = { params: Promise<{ workspace: string; model: string }> }

/** How far back is offered first. */
const YEARS = 2

export default async function TruncationRoute({ params }: Props) {
  const { workspace, model: id } = await params
  const context = await pageContext(workspace)
  const model = await getModel(context, { id }).catch((error: unknown) => {
    if (error instanceof AppError) notFound()
    throw error
  })
  if (model.kind !== 'contact') notFound()
  const { slug, timeZone } = context.workspace
  const until = observedUntil(await workspaceTimes(context.workspace.id), context.now)
  const day = (years: number) =>
    DateTime.fromJSDate(until, { zone: timeZone }).minus({ years }).toISODate() ?? ''
  return (
    <TruncationView
      workspace={slug}
      zone={timeZone}
      mayDrop={can(context, 'workspace:manage')}
      model={{ id, name: model.name }}
      first={day(YEARS)}
      latest={day(0)}
    />
  )
}
