import { catalogOf } from '@/lib/events/catalog'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import * as schema from './schema'
import { suggestEvents } from './suggest-events'
import type { Template } from './template'
import { templateOf, templates } from './templates'

/** More event names than anybody chooses from. */
const MOST_EVENTS = 10_000

const templateView = ({ key, name, description, audience, outcome, window, behaviors }: Template) => ({
  key,
  name,
  description,
  audience,
  outcome,
  windowDays: window.days,
  behaviors: behaviors.map(({ hints, measure, ...behavior }) => ({
    key: behavior.key,
    name: behavior.name,
    why: behavior.why,
    measure: measure.type,
    weight: behavior.weight,
    value: behavior.value,
    events: [...hints.events],
  })),
})

export const listTemplates = operation({
  name: 'templates.list',
  permission: 'models:read',
  input: schema.listTemplatesSchema,
  output: schema.templatesPageSchema,
  run: async (_, page) => pageOfList(templates.map(templateView), ({ key }) => key, page),
})

export const suggestMapping = operation({
  name: 'templates.suggest',
  permission: 'models:read',
  input: schema.suggestSchema,
  output: schema.suggestedSchema,
  run: async (context, { template: key }): Promise<schema.Suggested> => {
    const template = templateOf(key)
    if (!template) throw new AppError('not_found', 'There is no such template.', ['template'])
    const catalog = await catalogOf(context, { limit: MOST_EVENTS })
    const items = suggestEvents(template, catalog.items)
    return {
      template: key,
      items: items.map(({ candidates, ...item }) => ({ ...item, candidates: [...candidates] })),
    }
  },
})
