import { z } from 'zod'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { checkedDocument } from './checked-document'
import * as data from './data'
import { knownModel, knownSnapshot, modelInUse } from './known'
import { pageOfScores } from './list-scores'
import { atRiskExportOf } from './at-risk-export'
import { migrationOf } from './migration'
import { moversOf } from './movers'
import * as overTime from './over-time-schema'
import { overviewOf } from './overview'
import { publish } from './publish'
import { findRun, listRuns as findRuns, requestCancel } from './run-data'
import * as schema from './schema'
import { listSnapshots as findSnapshots } from './snapshot-data'
import { restateModel as restate, startRuns } from './start-runs'
import { createStarter } from './starter'
import { tiersOverTime as tiersByWeek } from './tiers-over-time'
import { distributionView, modelView, runView } from './views'

const everything = z.strictObject({})

export const listModels = operation({
  name: 'models.list',
  permission: 'models:read',
  input: schema.listModelsSchema,
  output: schema.modelsPageSchema,
  run: async ({ workspace }, page) =>
    pageOfList((await data.listModels(workspace.id, page)).map(modelView), ({ id }) => id, page),
})

export const getModel = operation({
  name: 'models.get',
  permission: 'models:read',
  input: schema.modelIdSchema,
  output: schema.modelSchema,
  run: async (context, { id }) => modelView(await knownModel(context, id)),
})

export const createModel = operation({
  name: 'models.create',
  permission: 'models:write',
  input: schema.createModelSchema,
  output: schema.createdModelSchema,
  run: async ({ workspace }, { document }) => {
    const { kind, name } = checkedDocument(document)
    const { id, draftTag } = await data.insertModel(workspace.id, { name, document })
    return { id, kind, name, version: null, etag: draftTag, draft: document }
  },
  audit: (_, output) => ({ id: output.id, name: output.name }),
})

export const getDraft = operation({
  name: 'drafts.get',
  permission: 'models:read',
  input: schema.modelIdSchema,
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
  run: async (context, { id, document, ifMatch }) => {
    const { name } = checkedDocument(document)
    const model = await modelInUse(context, id)
    if (!ifMatch)
      throw new AppError('conflict', 'Say which draft you changed: If-Match with the ETag you read.')
    const saved = { savedAt: context.now, savedBy: context.actor.label }
    const shownName = model.versions.length > 0 ? model.name : name
    const draft = { id, tag: ifMatch, name: shownName, document, ...saved }
    const etag = await data.updateDraft(context.workspace.id, draft)
    if (!etag)
      throw new AppError('conflict', 'The draft was changed meanwhile. Read it again, then change it.')
    return { id, name, document, etag, ...saved }
  },
  audit: ({ id }, output) => ({ id, name: output.name }),
})

export const publishModel = operation({
  name: 'models.publish',
  permission: 'models:write',
  input: schema.publishSchema,
  output: schema.publishedSchema,
  run: async (context, { id, note }) => {
    const document = checkedDocument((await modelInUse(context, id)).draft)
    const { workspace, actor, now } = context
    return publish(workspace.id, { modelId: id, document, note, publishedBy: actor.label }, now)
  },
  audit: ({ id, note }, output) => ({ id, note, version: output.version }),
})

export const listVersions = operation({
  name: 'versions.list',
  permission: 'models:read',
  input: schema.listOfModelSchema,
  output: schema.versionsPageSchema,
  run: async (context, { id, ...page }) => {
    await knownModel(context, id)
    const { items, nextCursor } = pageOfList(await data.listVersions(id), (version) => version.id, page)
    return {
      items: items.map(({ number, note, publishedAt, publishedBy, referenceAsOf, ...version }) => ({
        version: number,
        document: data.documentOf(version),
        note,
        publishedAt,
        publishedBy,
        referenceAsOf,
      })),
      nextCursor,
    }
  },
})

export const makeStarter = operation({
  name: 'models.make-starter',
  permission: 'models:write',
  input: everything,
  output: schema.starterSchema,
  run: async ({ workspace, now }) => {
    const made = await createStarter(workspace.id, now)
    if (made) return made
    const some = (await data.countModels(workspace.id)) > 0
    throw new AppError(
      'conflict',
      some ? 'This workspace has a model already.' : 'There is no activity yet to make a model of.',
    )
  },
  audit: (_, output) => output,
})

export const startRun = operation({
  name: 'runs.start',
  permission: 'runs:write',
  input: schema.startRunSchema,
  output: schema.startedRunsSchema,
  run: async (context, asked) => {
    const ids = await startRuns(context, asked)
    return { id: ids.at(-1) ?? '', ids }
  },
  audit: ({ id, ...asked }, output) => ({ model: id, ...asked, runs: output.ids.length }),
})

export const restateModel = operation({
  name: 'models.restate',
  permission: 'runs:write',
  input: schema.restateSchema,
  output: schema.startedRunsSchema,
  run: restate,
  audit: ({ id, version }, output) => ({ model: id, version: version ?? null, runs: output.ids.length }),
})

export const getRun = operation({
  name: 'runs.get',
  permission: 'runs:read',
  input: schema.modelIdSchema,
  output: schema.runSchema,
  run: async ({ workspace }, { id }) => runView(knownRun(await findRun(workspace.id, id))),
})

export const listRuns = operation({
  name: 'runs.list',
  permission: 'runs:read',
  input: schema.listRunsSchema,
  output: schema.runsPageSchema,
  run: async ({ workspace }, { model, limit, cursor }) => {
    const found = await findRuns(workspace.id, model, limit + 1, cursor)
    const items = found.slice(0, limit).map(runView)
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
  },
})

export const cancelRun = operation({
  name: 'runs.cancel',
  permission: 'runs:write',
  input: schema.modelIdSchema,
  output: schema.runSchema,
  run: async ({ workspace, now }, { id }) => {
    await requestCancel(workspace.id, id, now)
    return runView(knownRun(await findRun(workspace.id, id)))
  },
  audit: ({ id }, output) => ({ id, state: output.state }),
})

export const listSnapshots = operation({
  name: 'snapshots.list',
  permission: 'scores:read',
  input: schema.listOfModelSchema,
  output: schema.snapshotsPageSchema,
  run: async (context, { id, ...page }) => {
    await knownModel(context, id)
    const all = (await findSnapshots(id)).map(({ version, ...snapshot }) => ({
      ...snapshot,
      version: version.number,
    }))
    return pageOfList(all, ({ runId }) => runId, page)
  },
})

export const listScores = operation({
  name: 'scores.list',
  permission: 'scores:read',
  input: schema.listScoresSchema,
  output: schema.scoresPageSchema,
  run: pageOfScores,
})

export const getDistribution = operation({
  name: 'distribution.get',
  permission: 'scores:read',
  input: schema.distributionSchema,
  output: schema.distributionViewSchema,
  run: async (context, { reference, ...asked }) =>
    distributionView(await knownSnapshot(context, asked), reference),
})

export const overview = operation({
  name: 'overview.get',
  permission: 'scores:read',
  input: schema.overviewSchema,
  run: (context, { model }) => overviewOf(context, model),
})

export const tiersOverTime = operation({
  name: 'tiers.over-time',
  permission: 'scores:read',
  input: overTime.tiersOverTimeSchema,
  output: overTime.tiersOverTimeOutput,
  run: tiersByWeek,
})

export const listMovers = operation({
  name: 'movers.list',
  permission: 'people:read',
  input: overTime.moversSchema,
  output: overTime.moversOutput,
  run: moversOf,
})

export const getMigration = operation({
  name: 'migration.get',
  permission: 'scores:read',
  input: overTime.migrationSchema,
  output: overTime.migrationOutput,
  run: migrationOf,
})

/** Personal data leaves the product: audited, and not for those who see people masked. */
export const exportAtRisk = operation({
  name: 'exports.at-risk',
  permission: 'people:unmasked',
  input: overTime.atRiskExportSchema,
  run: atRiskExportOf,
  audit: ({ id }, { tier, version, asOf }) => ({ id, tier: tier.key, version, asOf }),
})

function knownRun<Row>(run: Row | null): Row {
  if (!run) throw new AppError('not_found', 'There is no such run.')
  return run
}
