import { operation } from '@/lib/server/operation'
import { catalogOf } from './catalog'
import { propertyValuesOf } from './property-values'
import {
  catalogPageSchema,
  catalogSchema,
  propertyValuesResultSchema,
  propertyValuesSchema,
  tailSchema,
} from './schema'
import { tailOf } from './tail'

export const eventCatalog = operation({
  name: 'events.catalog',
  permission: 'events:read',
  input: catalogSchema,
  output: catalogPageSchema,
  run: catalogOf,
})

export const eventTail = operation({
  name: 'events.tail',
  permission: 'events:read',
  input: tailSchema,
  run: tailOf,
})

export const eventPropertyValues = operation({
  name: 'events.property-values',
  permission: 'events:read',
  input: propertyValuesSchema,
  output: propertyValuesResultSchema,
  run: propertyValuesOf,
})
