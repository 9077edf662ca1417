import type { z } from 'zod'
import { insertModel, updateDraft } from '@/lib/engagement/data'
import { modelInUse } from '@/lib/engagement/known'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { checkedDocument } from './checked-document'
import { publishDocument } from './publish-document'
import type { createModelSchema, publishSchema, putDraftSchema } from './schema'

/** Makes a model of the document's kind, with the document as its draft. Throws AppError `invalid` with a path. */
export async function makeModel({ workspace }: Context, { document }: z.output<typeof createModelSchema>) {
  const { kind, name } = checkedDocument(document)
  const { id, draftTag } = await insertModel(workspace.id, kind, { name, document })
  return { id, kind, name, version: null, etag: draftTag, draft: document }
}

/**
 * Changes the draft of a model. Throws AppError `invalid` with a path, also for a document of the other kind, and
 * `conflict` when the draft was changed meanwhile.
 */
export async function changeDraft(
  context: Context,
  { id, document, ifMatch }: z.output<typeof putDraftSchema>,
) {
  const { kind, name } = checkedDocument(document)
  const model = await modelInUse(context, id)
  if (kind !== model.kind) {
    throw new AppError('invalid', `kind must be "${model.kind}": a model stays of its kind.`, ['kind'])
  }
  if (!ifMatch)
    throw new AppError('conflict', 'Say which draft you changed: If-Match with the ETag you read.')
  const saved = { savedAt: context.now, savedBy: context.actor.label }
  const shownName = model.versions.length > 0 ? model.name : name
  const draft = { id, tag: ifMatch, name: shownName, document, ...saved }
  const etag = await updateDraft(context.workspace.id, draft)
  if (!etag) throw new AppError('conflict', 'The draft was changed meanwhile. Read it again, then change it.')
  return { id, name, document, etag, ...saved }
}

/** Makes the draft of a model its next version, by which people or contacts are scored from then on. */
export async function publishDraft(context: Context, { id, note }: z.output<typeof publishSchema>) {
  const document = checkedDocument((await modelInUse(context, id)).draft)
  const { workspace, actor, now } = context
  return publishDocument(workspace.id, { modelId: id, document, note, publishedBy: actor.label }, now)
}
