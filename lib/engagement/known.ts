import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { findModel, findVersion, scoresNobody } from './data'
import { instantOf } from './instants'
import { type SnapshotRow, findSnapshot } from './snapshot-data'

/** A model of the workspace with its newest version; an archived one can be read too. Throws AppError `not_found`. */
export async function knownModel({ workspace }: Context, id: string) {
  const model = await findModel(workspace.id, id)
  if (!model) throw new AppError('not_found', 'There is no such model.')
  return model
}

/** An engagement model of the workspace. Throws AppError `not_found`, or `conflict` for a model of another kind. */
export async function engagementModel(context: Context, id: string) {
  const model = await knownModel(context, id)
  if (model.kind !== 'engagement') throw scoresNobody()
  return model
}

/** A model that may be changed, published and run. Throws AppError `not_found`, or `conflict` when it is archived. */
export async function modelInUse(context: Context, id: string) {
  const model = await knownModel(context, id)
  if (model.archivedAt) throw new AppError('conflict', 'This model is archived. Restore it first.')
  return model
}

/** An engagement model that may be changed and run. Throws as `modelInUse` and `engagementModel` do. */
export async function engagementModelInUse(context: Context, id: string) {
  await engagementModel(context, id)
  return modelInUse(context, id)
}

/**
 * A version of an engagement model in use: the newest, or the one asked for. Throws AppError `not_found`, or `conflict`
 * when nothing is published yet or the model is of another kind.
 */
export async function knownVersion(context: Context, modelId: string, number?: number) {
  const [newest] = (await engagementModelInUse(context, modelId)).versions
  if (!newest) throw new AppError('conflict', 'This model has no version yet. Publish it first.')
  if (number === undefined || number === newest.number) return newest
  const version = await findVersion(modelId, number)
  if (!version) throw new AppError('not_found', `This model has no version ${number}.`, ['version'])
  return version
}

type Asked = { id: string; asOf: string; version?: number }

/**
 * The scores of an engagement model at an instant, or the newest. Throws AppError `not_found` where there are none,
 * `conflict` for a model of another kind.
 */
export async function knownSnapshot(context: Context, asked: Asked): Promise<SnapshotRow> {
  await engagementModel(context, asked.id)
  const asOf = asked.asOf === 'latest' ? undefined : instantOf(asked.asOf, context.workspace.timeZone)
  const snapshot = await findSnapshot(asked.id, { asOf, version: asked.version })
  if (snapshot) return snapshot
  const when = asOf ? `at ${asOf.toISOString()}` : 'yet'
  const under = asked.version ? ` under version ${asked.version}` : ''
  throw new AppError('not_found', `There are no scores of this model ${when}${under}.`, [
    asOf ? 'asOf' : 'version',
  ])
}
