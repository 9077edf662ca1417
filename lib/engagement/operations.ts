import { z } from 'zod'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { checkedDocument } from './checked-document'
import * as data from './data'
import { knownModel, knownSnapshot } from './known'
import { pageOfScores } from './list-scores'
import { isLocalMidnight } from './local-day'
import { observedUntil } from './observed-until'
import { overviewOf } from './overview'
import { findRun, listRuns as findRuns, requestCancel } from './run-data'
import * as schema from './schema'
import { listSnapshots as findSnapshots } from './snapshot-data'
import { startRuns } from './start-runs'
import { createStarter } from './starter'
import { distributionView, modelView, runView } from './views'

const everything = z.strictObject({})

export const listModels = operation({
  name: 'models.list',
  permission: 'models:read',
  input: everything,
  run: async ({ workspace }) => ({
    items: (await data.listModels(workspace.id)).map(modelView),
    nextCursor: null,
  }),
})

export const getModel = operation({
  name: 'models.get',
  permission: 'models:read',
  input: schema.modelIdSchema,
  run: async (context, { id }) => modelView(await knownModel(context, id)),
})

export const createModel = operation({
  name: 'models.create',
  permission: 'models:write',
  input: schema.createModelSchema,
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
  run: async (context, { id }) => {
    const { draft, draftTag } = await knownModel(context, id)
    return { id, document: draft as Record<string, unknown>, etag: draftTag }
  },
})

export const putDraft = operation({
  name: 'drafts.put',
  permission: 'models:write',
  input: schema.putDraftSchema,
  run: async (context, { id, document, ifMatch }) => {
    const { name } = checkedDocument(document)
    const model = await knownModel(context, id)
    if (!ifMatch)
      throw new AppError('conflict', 'Say which draft you changed: If-Match with the ETag you read.')
    const draft = { id, tag: ifMatch, name: model.versions.length > 0 ? model.name : name, document }
    const etag = await data.updateDraft(context.workspace.id, draft)
    if (!etag)
      throw new AppError('conflict', 'The draft was changed meanwhile. Read it again, then change it.')
    return { id, name, document, etag }
  },
  audit: ({ id }, output) => ({ id, name: output.name }),
})

export const publishModel = operation({
  name: 'models.publish',
  permission: 'models:write',
  input: schema.publishSchema,
  run: async (context, { id, note }) => {
    const { workspace, actor, now } = context
    const document = checkedDocument((await knownModel(context, id)).draft)
    const times = await data.workspaceTimes(workspace.id)
    const asOf = observedUntil(times, now)
    const run = { asOf, scheduled: isLocalMidnight(asOf, times.timeZone) }
    return data.publishVersion(workspace.id, {
      modelId: id,
      document,
      note,
      publishedBy: actor.label,
      now,
      run,
    })
  },
  audit: ({ id, note }, output) => ({ id, note, version: output.version }),
})

export const listVersions = operation({
  name: 'versions.list',
  permission: 'models:read',
  input: schema.modelIdSchema,
  run: async (context, { id }) => {
    await knownModel(context, id)
    const items = (await data.listVersions(id)).map((version) => ({
      version: version.number,
      document: data.documentOf(version),
      note: version.note,
      publishedAt: version.publishedAt,
      publishedBy: version.publishedBy,
    }))
    return { items, nextCursor: null }
  },
})

export const makeStarter = operation({
  name: 'models.make-starter',
  permission: 'models:write',
  input: everything,
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
  run: async (context, asked) => {
    const ids = await startRuns(context, asked)
    return { id: ids.at(-1) ?? '', ids }
  },
  audit: ({ id, ...asked }, output) => ({ model: id, ...asked, runs: output.ids.length }),
})

export const getRun = operation({
  name: 'runs.get',
  permission: 'runs:read',
  input: schema.modelIdSchema,
  run: async ({ workspace }, { id }) => runView(knownRun(await findRun(workspace.id, id))),
})

export const listRuns = operation({
  name: 'runs.list',
  permission: 'runs:read',
  input: schema.listRunsSchema,
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
  run: async ({ workspace, now }, { id }) => {
    await requestCancel(workspace.id, id, now)
    return runView(knownRun(await findRun(workspace.id, id)))
  },
  audit: ({ id }, output) => ({ id, state: output.state }),
})

export const listSnapshots = operation({
  name: 'snapshots.list',
  permission: 'scores:read',
  input: schema.modelIdSchema,
  run: async (context, { id }) => {
    await knownModel(context, id)
    const items = (await findSnapshots(id)).map(({ version, ...snapshot }) => ({
      ...snapshot,
      version: version.number,
    }))
    return { items, nextCursor: null }
  },
})

export const listScores = operation({
  name: 'scores.list',
  permission: 'scores:read',
  input: schema.listScoresSchema,
  run: pageOfScores,
})

export const getDistribution = operation({
  name: 'distribution.get',
  permission: 'scores:read',
  input: schema.distributionSchema,
  run: async (context, asked) => distributionView(await knownSnapshot(context, asked)),
})

export const overview = operation({
  name: 'overview.get',
  permission: 'scores:read',
  input: schema.overviewSchema,
  run: (context, { model }) => overviewOf(context, model),
})

function knownRun<Row>(run: Row | null): Row {
  if (!run) throw new AppError('not_found', 'There is no such run.')
  return run
}
