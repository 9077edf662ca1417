import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type RatedBy, ratedBy } from './contact-models'
import type { ContactsPage } from './schema'

/** The one asked for, else the newest. Throws AppError `not_found`. */
export async function ratedModel({ workspace, now }: Context, model?: string): Promise<RatedBy> {
  const rated = await ratedBy(workspace.id, model, now)
  if (rated) return rated
  throw model
    ? new AppError('not_found', 'There is no such published contact model.', ['model'])
    : new AppError('not_found', 'No contact model is published yet.')
}

/** The same, with everybody rated under it. Throws AppError `not_found`, or `rebuilding` while they are being rated. */
export async function fullyRated(context: Context, model?: string): Promise<RatedBy> {
  const rated = await ratedModel(context, model)
  if (!rated.rebuilding) return rated
  const done = Math.floor(rated.rebuilding.progress * 100)
  throw new AppError('rebuilding', `Contacts are being rated under version ${rated.version}: ${done}% done.`)
}

/** What an answer says of it. */
export const ratedByOf = ({ modelId, name, version, asOf }: RatedBy): ContactsPage['ratedBy'] => ({
  model: { id: modelId, name },
  version,
  asOf,
})
