import { z } from 'zod'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { countModels } from './data'
import { engagementModel, knownSnapshot } from './known'
import { pageOfScores } from './list-scores'
import { atRiskExportOf } from './at-risk-export'
import { migrationOf } from './migration'
import { moversOf } from './movers'
import * as overTime from './over-time-schema'
import { overviewOf } from './overview'
import { findRun, listRuns as findRuns, requestCancel } from './run-data'
import * as schema from './schema'
import { listSnapshots as findSnapshots } from './snapshot-data'
import { restateModel as restate } from './start-runs'
import { createStarter } from './starter'
import { tiersOverTime as tiersByWeek } from './tiers-over-time'
import { distributionView, runView } from './views'

const everything = z.strictObject({})

export const makeStarter = operation({
  name: 'models.make-starter',
  permission: 'models:write',
  input: everything,
  output: schema.starterSchema,
  run: async ({ workspace, now }) => {
    const made = await createStarter(workspace.id, now)
    if (made) return made
    const some = (await countModels(workspace.id)) > 0
    throw new AppError(
      'conflict',
      some ? 'This workspace has a model already.' : 'There is no activity yet to make a model of.',
    )
  },
  audit: (_, output) => output,
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
    await engagementModel(context, id)
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
