import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { contactScores } from './contact-scores'
import { countedModels, modelsToList } from './data'
import { listedModel } from './listed-model'
import * as schema from './schema'

export const modelsOverview = operation({
  name: 'models.overview',
  permission: 'models:read',
  input: schema.modelsOverviewSchema,
  output: schema.modelsOverviewOutput,
  run: async ({ workspace, now }, { archived, ...page }) => {
    const [models, counts] = await Promise.all([
      modelsToList(workspace.id, archived),
      countedModels(workspace.id),
    ])
    const { items, nextCursor } = pageOfList(models, ({ id }) => id, page)
    const stars = await contactScores(workspace.id, items, now)
    return { items: items.map((model) => listedModel(model, stars.get(model.id))), nextCursor, counts }
  },
})
