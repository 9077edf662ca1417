import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { findModel } from './data'
import { instantOf } from './instants'
import { type SnapshotRow, findSnapshot } from './snapshot-data'

/** A model of the workspace with its newest version. Throws AppError `not_found`. */
export async function knownModel({ workspace }: Context, id: string) {
  const model = await findModel(workspace.id, id)
  if (!model) throw new AppError('not_found', 'There is no such model.')
  return model
}

/** The newest version of a model. Throws AppError `not_found`, or `conflict` when nothing is published yet. */
export async function knownVersion(context: Context, modelId: string) {
  const [version] = (await knownModel(context, modelId)).versions
  if (!version) throw new AppError('conflict', 'This model has no version yet. Publish it first.')
  return version
}

type Asked = { id: string; asOf: string; version?: number; reference?: 'rolling' | 'frozen' }

/**
 * The scores of a model at an instant, or the newest. Throws AppError `not_found` where there are none, `not_yet` for
 * a reference other than the version's own.
 */
export async function knownSnapshot(context: Context, asked: Asked): Promise<SnapshotRow> {
  if (asked.reference === 'frozen') {
    throw new AppError('not_yet', 'reference: a frozen reference is not available yet; use "rolling".', [
      'reference',
    ])
  }
  await knownModel(context, asked.id)
  const asOf = asked.asOf === 'latest' ? undefined : instantOf(asked.asOf, context.workspace.timeZone)
  const snapshot = await findSnapshot(asked.id, { asOf, version: asked.version })
  if (snapshot) return snapshot
  const when = asOf ? `at ${asOf.toISOString()}` : 'yet'
  const under = asked.version ? ` under version ${asked.version}` : ''
  throw new AppError('not_found', `There are no scores of this model ${when}${under}.`, [
    asOf ? 'asOf' : 'version',
  ])
}
