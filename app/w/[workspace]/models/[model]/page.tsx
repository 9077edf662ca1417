import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ContactModelView } from '@/components/contact-model/contact-model-view'
import { ModelView } from '@/components/model/model-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { contactModelPage } from '@/lib/models/contact-model-page'
import { modelPage } from '@/lib/models/engagement-model-page'
import { getModel } from '@/lib/models/operations'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Model' }

type Props = { params: Promise<{ workspace: string; model: string }> }

/** The editor of a model, by its kind. */
export default async function ModelRoute({ params }: Props) {
  const { workspace, model: id } = await params
  const context = await pageContext(workspace)
  const model = await getModel(context, { id }).catch(missing)
  const props = {
    workspace: context.workspace.slug,
    zone: context.workspace.timeZone,
    mayWrite: can(context, 'models:write') && model.archivedAt === null,
    mayExport: can(context, 'people:unmasked'),
  }
  if (model.kind === 'contact') {
    const page = await contactModelPage(context, id).catch(missing)
    return <ContactModelView key={keyOf(page)} {...props} initial={toJson(page)} />
  }
  const page = await modelPage(context, id).catch(missing)
  return <ModelView key={keyOf(page)} {...props} initial={toJson(page)} />
}

/** What was published meanwhile begins anew. */
const keyOf = ({ model, live }: { model: { id: string }; live: { version: number } | null }) =>
  `${model.id} ${live?.version ?? 0}`

function missing(error: unknown): never {
  if (error instanceof AppError) notFound()
  throw error
}
