import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { countedModels, modelsToList } from './data'
import { listedModel } from './listed-model'
import * as schema from './schema'

export const modelsOverview = operation({
  name: 'models.overview',
  permission: 'models:read',
  input: schema.modelsOverviewSchema,
  output: schema.modelsOverviewOutput,
  run: async ({ workspace }, { archived, ...page }) => {
    const [models, counts] = await Promise.all([
      modelsToList(workspace.id, archived),
      countedModels(workspace.id),
    ])
    const { items, nextCursor } = pageOfList(models, ({ id }) => id, page)
    return { items: items.map(listedModel), nextCursor, counts }
  },
})
