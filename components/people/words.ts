import { stateNames } from '@/lib/engagement/state-names'
import type { ListedState } from '@/lib/people/schema'

/** The states beside the tiers, as the product says them. */
export const stateWords: Record<ListedState, string> = { ...stateNames, 'not-scored': 'Not scored yet' }

/** A stage has a key only: `first-week` → "First week". */
export function stageName(key: string): string {
  const words = key.replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
