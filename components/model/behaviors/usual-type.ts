import type { PropertyValues } from '@/lib/events/client'
import type { ValueType } from './condition-change'

/** The type a property has had most often; text where it was never seen. */
export function usualType(seen: Pick<PropertyValues, 'types'> | undefined): ValueType {
  const { text = 0, number = 0, boolean = 0 } = seen?.types ?? {}
  if (number > text && number >= boolean) return 'number'
  return boolean > text ? 'boolean' : 'text'
}
