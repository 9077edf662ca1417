import type { z } from 'zod'
import { queueRebuild } from '@/lib/contacts/current/publish-contact'
import { findVersion, insertModel, updateDraft } from '@/lib/engagement/data'
import { knownModel, modelInUse } from '@/lib/engagement/known'
import { modelView } from '@/lib/engagement/views'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { checkedDocument } from './checked-document'
import { setArchived } from './data'
import { publishDocument } from './publish-document'
import { publishedDocument } from './published-document'
import type { discardDraftSchema, duplicateSchema, rollBackSchema } from './schema'

/** What is published of a model now. Throws AppError `conflict` when nothing is. */
function liveOf<Version>({ versions: [live] }: { versions: readonly Version[] }): Version {
  if (!live) throw new AppError('conflict', 'Nothing of this model is published yet.')
  return live
}

/**
 * Publishes the document of an earlier version as the next one; versions stay as they are. The draft becomes that
 * document too. Throws AppError `conflict` for the version that is live.
 */
export async function rollBack(context: Context, { id, version, note }: z.output<typeof rollBackSchema>) {
  const live = liveOf(await modelInUse(context, id))
  const earlier = await findVersion(id, version)
  if (!earlier) throw new AppError('not_found', `This model has no version ${version}.`, ['version'])
  if (version === live.number) {
    throw new AppError('conflict', `Version ${version} is the one that is live.`, ['version'])
  }
  const publication = {
    modelId: id,
    document: publishedDocument(earlier),
    note: note || `Rolled back to v${version}`,
    publishedBy: context.actor.label,
    replacesDraft: true,
  }
  return publishDocument(context.workspace.id, publication, context.now)
}

/** Makes the draft what is live again. Throws AppError `conflict` when it was changed meanwhile, or nothing is live. */
export async function discardDraft(context: Context, { id, ifMatch }: z.output<typeof discardDraftSchema>) {
  const model = await modelInUse(context, id)
  const document = publishedDocument(liveOf(model))
  if (!ifMatch)
    throw new AppError('conflict', 'Say which draft you discard: If-Match with the ETag you read.')
  const saved = { savedAt: context.now, savedBy: context.actor.label }
  const draft = { id, tag: ifMatch, name: model.name, document, ...saved }
  const etag = await updateDraft(context.workspace.id, draft)
  if (!etag)
    throw new AppError('conflict', 'The draft was changed meanwhile. Read it again, then discard it.')
  return { id, name: model.name, document: { ...document }, etag, ...saved }
}

const LONGEST_NAME = 200

/** A new model with the document of another as its draft. Of what was published nothing comes along. */
export async function duplicate(context: Context, { id, name, of }: z.output<typeof duplicateSchema>) {
  const model = await knownModel(context, id)
  const source = of === 'live' ? publishedDocument(liveOf(model)) : (model.draft as Record<string, unknown>)
  const suffix = ' copy'
  const copied = name ?? `${model.name.slice(0, LONGEST_NAME - suffix.length)}${suffix}`
  const document: Record<string, unknown> = { ...source, name: copied }
  const { kind } = checkedDocument(document)
  const { id: made, draftTag } = await insertModel(context.workspace.id, kind, { name: copied, document })
  return { id: made, kind, name: copied, version: null, etag: draftTag, draft: document }
}

/**
 * Takes a model out of use: it is neither scored nor offered any more; its versions, scores and history stay. Throws
 * AppError `conflict` while a run of it waits or works.
 */
export async function archive(context: Context, id: string) {
  await knownModel(context, id)
  if (!(await setArchived(context.workspace.id, id, context.now))) {
    throw new AppError('conflict', 'This model is being scored. Wait until that is done, or cancel it.')
  }
  return modelView(await knownModel(context, id))
}

/**
 * Takes an archived model back into use. The clock scores an engagement model again from now on; of a published contact
 * model the stars are made again, as no action has been counted meanwhile.
 */
export async function restore(context: Context, id: string) {
  const { workspace, now } = context
  const { kind, archivedAt, versions } = await knownModel(context, id)
  await setArchived(workspace.id, id, null)
  if (kind === 'contact' && archivedAt && versions.length > 0) await queueRebuild(workspace.id, id, now)
  return modelView(await knownModel(context, id))
}
