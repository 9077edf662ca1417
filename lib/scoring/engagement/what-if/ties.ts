import type { SortedKeys } from './sorted-keys'
import type { Ties } from './what-if'

/**
 * **Ties** above zero: people who share their rank key with somebody they are compared with, so that no cut can part
 * them.
 *
 * @param sorted the rank keys of each pool of stages, ascending
 *
 * Example: keys 0, 0, 1, 2, 2, 3, 3, 3 in one pool: 5 people, the largest tie 3. In two pools of 1, 2 and 2, 3: none.
 */
export function tiesOf(sorted: readonly Pick<SortedKeys, 'keys'>[]): Ties {
  let people = 0
  let largest = 0
  for (const { keys } of sorted) {
    for (let from = 0; from < keys.length;) {
      const key = keys[from] ?? 0
      let to = from + 1
      while (to < keys.length && keys[to] === key) to++
      if (key > 0 && to - from > 1) {
        people += to - from
        largest = Math.max(largest, to - from)
      }
      from = to
    }
  }
  return { people, largest }
}
