import { expect, test } from 'vitest'
import { createModel, getDraft } from '@/lib/models/operations'
import { NOW, newWorkspace, storeEvents } from '@/lib/engagement/testing'
import { insertRows } from '@/lib/warehouse/insert-rows'
import { documentFromTemplate } from './document-from-template'
import { eCommerce } from './e-commerce'
import { listTemplates, suggestMapping } from './operations'
import { suggestedSchema, templatesPageSchema } from './schema'
import { templateKeys } from './templates'

test('every template is listed with its behaviors and what trackers call them', async () => {
  const { contextOf } = await newWorkspace()
  const found = await listTemplates(contextOf('viewer'), {})
  expect(templatesPageSchema.parse(found)).toEqual(found)
  expect(found.items.map(({ key }) => key)).toEqual(templateKeys)
  const page = await listTemplates(contextOf(), { limit: 1 })
  expect(await listTemplates(contextOf(), { limit: 1, cursor: page.nextCursor! })).toMatchObject({
    items: [{ key: templateKeys[1] }],
  })
})

test('events of the workspace are suggested, and the model that is made of them is a draft', async () => {
  const { id: workspace, contextOf } = await newWorkspace()
  const names = ['order_placed', 'order_cancelled', 'payment_completed', 'view_item']
  const at = NOW.getTime() - 86_400_000
  await storeEvents(names.map((name) => ({ workspace, identity: 'user:ada', name, at })))
  const properties = ['currency', 'total'].map((property) => ({
    workspace_id: workspace,
    kind: 'track',
    name: 'payment_completed',
    property,
  }))
  await insertRows('event_properties', properties)
  const found = await suggestMapping(contextOf('viewer'), { template: 'e-commerce' })
  expect(suggestedSchema.parse(found)).toEqual(found)
  const chosen = found.items.filter(({ event: name }) => name !== null)
  expect(chosen.map(({ behavior, event: name }) => [behavior, name])).toEqual([
    ['ordered', 'order_placed'],
    ['spent', 'payment_completed'],
    ['viewed', 'view_item'],
  ])
  expect(chosen[1]?.candidates[0]).toMatchObject({ property: 'total' })

  const mapping = Object.fromEntries(
    chosen.map(({ behavior, event: name, candidates }) => [
      behavior,
      { name: name!, properties: candidates.flatMap(({ property }) => property ?? []) },
    ]),
  )
  const made = documentFromTemplate(eCommerce, mapping)
  if (!made.ok) throw new Error(made.message)
  const { id } = await createModel(contextOf(), { document: made.document as Record<string, unknown> })
  expect((await getDraft(contextOf(), { id })).document).toMatchObject({
    name: 'E-commerce',
    behaviors: [
      { key: 'ordered' },
      { key: 'spent', measure: { type: 'sum', property: 'total' } },
      { key: 'viewed' },
    ],
  })
})

test('a workspace without events has no suggestions', async () => {
  const { contextOf } = await newWorkspace()
  const { items } = await suggestMapping(contextOf(), { template: 'streaming' })
  expect(items.every((item) => item.event === null && item.candidates.length === 0)).toBe(true)
})

test('a template that does not exist is refused with its path', async () => {
  const { contextOf } = await newWorkspace()
  await expect(suggestMapping(contextOf(), { template: 'banking' as never })).rejects.toMatchObject({
    code: 'invalid',
    path: ['template'],
  })
})
