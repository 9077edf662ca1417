import { findVersion, listModels as findModels, listVersions as findVersions } from '@/lib/engagement/data'
import { knownModel } from '@/lib/engagement/known'
import {
  modelIdSchema,
  modelSchema,
  publishedSchema,
  startRunSchema,
  startedRunsSchema,
} from '@/lib/engagement/schema'
import { modelView } from '@/lib/engagement/views'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { archive, discardDraft, duplicate, restore, rollBack } from './change-model'
import { compareVersions } from './compare-versions'
import { modelHistory } from './model-history'
import { publishedDocument } from './published-document'
import * as schema from './schema'
import { startRuns } from './start-runs'
import { versionHistory } from './version-history'
import { changeDraft, makeModel, publishDraft } from './write-model'

export const listModels = operation({
  name: 'models.list',
  permission: 'models:read',
  input: schema.listModelsSchema,
  output: schema.modelsPageSchema,
  run: async ({ workspace }, page) =>
    pageOfList((await findModels(workspace.id, page)).map(modelView), ({ id }) => id, page),
})

export const getModel = operation({
  name: 'models.get',
  permission: 'models:read',
  input: modelIdSchema,
  output: modelSchema,
  run: async (context, { id }) => modelView(await knownModel(context, id)),
})

export const createModel = operation({
  name: 'models.create',
  permission: 'models:write',
  input: schema.createModelSchema,
  output: schema.createdModelSchema,
  run: makeModel,
  audit: (_, output) => ({ id: output.id, name: output.name }),
})

export const getDraft = operation({
  name: 'drafts.get',
  permission: 'models:read',
  input: modelIdSchema,
  output: schema.draftSchema,
  run: async (context, { id }) => {
    const { draft, draftTag, draftSavedAt, draftSavedBy } = await knownModel(context, id)
    const document = draft as Record<string, unknown>
    return { id, document, etag: draftTag, savedAt: draftSavedAt, savedBy: draftSavedBy }
  },
})

export const putDraft = operation({
  name: 'drafts.put',
  permission: 'models:write',
  input: schema.putDraftSchema,
  output: schema.changedDraftSchema,
  run: changeDraft,
  audit: ({ id }, output) => ({ id, name: output.name }),
})

export const publishModel = operation({
  name: 'models.publish',
  permission: 'models:write',
  input: schema.publishSchema,
  output: publishedSchema,
  run: publishDraft,
  audit: ({ id, note }, output) => ({ id, note, version: output.version }),
})

export const listVersions = operation({
  name: 'versions.list',
  permission: 'models:read',
  input: schema.listOfModelSchema,
  output: schema.versionsPageSchema,
  run: async (context, { id, ...page }) => {
    await knownModel(context, id)
    const { items, nextCursor } = pageOfList(await findVersions(id), (version) => version.id, page)
    return {
      items: items.map(({ number, note, publishedAt, publishedBy, referenceAsOf, ...version }) => ({
        version: number,
        document: { ...publishedDocument(version) } as Record<string, unknown>,
        note,
        publishedAt,
        publishedBy,
        referenceAsOf,
      })),
      nextCursor,
    }
  },
})

export const startRun = operation({
  name: 'runs.start',
  permission: 'runs:write',
  input: startRunSchema,
  output: startedRunsSchema,
  run: async (context, asked) => {
    const ids = await startRuns(context, asked)
    return { id: ids.at(-1) ?? '', ids }
  },
  audit: ({ id, ...asked }, output) => ({ model: id, ...asked, runs: output.ids.length }),
})

export const getVersion = operation({
  name: 'versions.get',
  permission: 'models:read',
  input: schema.versionSchema,
  output: schema.versionOutput,
  run: async (context, { id, version }) => {
    await knownModel(context, id)
    const found = await findVersion(id, version)
    if (!found) throw new AppError('not_found', `This model has no version ${version}.`, ['version'])
    return { version, document: { ...publishedDocument(found) } as Record<string, unknown> }
  },
})

export const listVersionHistory = operation({
  name: 'versions.history',
  permission: 'models:read',
  input: schema.listOfModelSchema,
  output: schema.versionHistoryOutput,
  run: async (context, { id, ...page }) => {
    const versions = await versionHistory(await knownModel(context, id))
    return pageOfList(versions, ({ version }) => String(version), page)
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
  output: schema.changedDraftSchema,
  run: discardDraft,
  audit: ({ id }, { name }) => ({ id, name }),
})

export const duplicateModel = operation({
  name: 'models.duplicate',
  permission: 'models:write',
  input: schema.duplicateSchema,
  output: schema.createdModelSchema,
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
