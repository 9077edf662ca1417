import type { PickableEvent } from '@/components/model/behaviors/pickable-events'
import type { CatalogItem } from '@/lib/events/client'

/** The outcomes of a catalog: no behavior counts them, but an expansion is one. */
export const outcomeEvents = (items: readonly CatalogItem[]): readonly PickableEvent[] =>
  items
    .filter(({ kind }) => kind === 'outcome')
    .map(({ name, volume, people, properties }) => ({ name, volume, people, properties }))
