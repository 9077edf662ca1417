import { engagementModel } from '@/lib/engagement/known'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { askedDocument } from './asked-document'
import { changedPeople } from './changed-people'
import { columnsOf } from './columns-of'
import { findCount, requestCountCancel } from './data'
import { prepared } from './prepared'
import { previewOf } from './preview'
import * as schema from './schema'

/** A read, though it may queue a count: what is counted is kept for a day and seen by nobody but previews. */
export const preparePreview = operation({
  name: 'what-if.prepare',
  permission: 'models:read',
  input: schema.prepareSchema,
  output: schema.preparedSchema,
  run: async (context, { id, document, ...asked }) => {
    const wanted = askedDocument((await engagementModel(context, id)).draft, { document })
    return prepared(context, { modelId: id, document: wanted, ...asked })
  },
})

export const cancelPreviewCount = operation({
  name: 'what-if.cancel',
  permission: 'models:write',
  input: schema.cancelCountSchema,
  output: schema.cancelledCountSchema,
  run: async ({ workspace, now }, { id }) => {
    const row = await findCount(workspace.id, id)
    if (!row) throw new AppError('not_found', 'There is no such count.')
    await requestCountCancel(row, now)
    const state = (await findCount(workspace.id, id))?.state ?? 'cancelled'
    // A count never is `uploaded`, a state that only imports have.
    return { id, state: state === 'uploaded' ? 'queued' : state }
  },
  audit: (_, output) => output,
})

/** Columns for the browser, without anything that names a person. */
export const previewColumns = operation({
  name: 'what-if.columns',
  permission: 'scores:read',
  input: schema.columnsSchema,
  run: columnsOf,
})

export const previewModel = operation({
  name: 'models.preview',
  permission: 'models:read',
  input: schema.previewSchema,
  output: schema.previewOutput,
  run: previewOf,
})

/** Personal data leaves the product: audited, and not for those who see people masked. */
export const exportChanges = operation({
  name: 'exports.what-if',
  permission: 'people:unmasked',
  input: schema.exportChangesSchema,
  run: changedPeople,
  audit: ({ id, direction }, { version, asOf, people }) => ({ id, direction, version, asOf, people }),
})
