import { documentOf, findVersion } from '@/lib/engagement/data'
import { knownModel } from '@/lib/engagement/known'
import {
  changedDraftSchema,
  createdModelSchema,
  modelIdSchema,
  modelSchema,
  publishedSchema,
} from '@/lib/engagement/schema'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { archive, discardDraft, duplicate, restore, rollBack } from './change-model'
import { compareVersions } from './compare-versions'
import { modelHistory } from './model-history'
import * as schema from './schema'
import { versionHistory } from './version-history'

export const getVersion = operation({
  name: 'versions.get',
  permission: 'models:read',
  input: schema.versionSchema,
  output: schema.versionOutput,
  run: async (context, { id, version }) => {
    await knownModel(context, id)
    const found = await findVersion(id, version)
    if (!found) throw new AppError('not_found', `This model has no version ${version}.`, ['version'])
    return { version, document: { ...documentOf(found) } as Record<string, unknown> }
  },
})

export const listVersionHistory = operation({
  name: 'versions.history',
  permission: 'models:read',
  input: schema.listOfModelSchema,
  output: schema.versionHistoryOutput,
  run: async (context, { id, ...page }) => {
    await knownModel(context, id)
    return pageOfList(await versionHistory(id), ({ version }) => String(version), page)
  },
})

export const compare = operation({
  name: 'versions.compare',
  permission: 'scores:read',
  input: schema.compareSchema,
  output: schema.comparisonOutput,
  run: compareVersions,
})

export const rollBackModel = operation({
  name: 'models.roll-back',
  permission: 'models:write',
  input: schema.rollBackSchema,
  output: publishedSchema,
  run: rollBack,
  audit: ({ id, version, note }, output) => ({ id, to: version, version: output.version, note }),
})

export const discard = operation({
  name: 'drafts.discard',
  permission: 'models:write',
  input: schema.discardDraftSchema,
  output: changedDraftSchema,
  run: discardDraft,
  audit: ({ id }, { name }) => ({ id, name }),
})

export const duplicateModel = operation({
  name: 'models.duplicate',
  permission: 'models:write',
  input: schema.duplicateSchema,
  output: createdModelSchema,
  run: duplicate,
  audit: ({ id: source }, { id, name }) => ({ id, name, source }),
})

export const archiveModel = operation({
  name: 'models.archive',
  permission: 'models:write',
  input: modelIdSchema,
  output: modelSchema,
  run: (context, { id }) => archive(context, id),
  audit: ({ id }, { name }) => ({ id, name }),
})

export const restoreModel = operation({
  name: 'models.restore',
  permission: 'models:write',
  input: modelIdSchema,
  output: modelSchema,
  run: (context, { id }) => restore(context, id),
  audit: ({ id }, { name }) => ({ id, name }),
})

export const listModelHistory = operation({
  name: 'models.history',
  permission: 'models:read',
  input: schema.listOfModelSchema,
  output: schema.modelHistoryOutput,
  run: modelHistory,
})
