import type { KeyedMembers } from './keyed-members'
import { type SortedKeys, sortKeys } from './sorted-keys'

/** Stages, by index, that are compared together; each stage is in exactly one pool. */
export type Pools = readonly (readonly number[])[]

type Measured = Pick<KeyedMembers, 'keys' | 'staged'>

/** Room for the members of one pool, in any order. */
type Room = { keys: Float64Array; members: Int32Array }

function fillRoom(room: Room, pool: readonly number[], { keys, staged: { stages, people } }: Measured): Room {
  const isOfPool = Uint8Array.from(people, (_, stage) => (pool.includes(stage) ? 1 : 0))
  let size = 0
  for (let m = 0; m < keys.length; m++) {
    if (isOfPool[stages[m] ?? 0] !== 1) continue
    room.keys[size] = keys[m] ?? 0
    room.members[size++] = m
  }
  return { keys: room.keys.subarray(0, size), members: room.members.subarray(0, size) }
}

/** **Pooled keys**: the rank keys of each pool in ascending order, in the memory of those of the document before. */
export function compilePooledKeys() {
  let room: Room = { keys: new Float64Array(0), members: new Int32Array(0) }
  let kept: readonly SortedKeys[] = []

  return (pools: Pools, measured: Measured): readonly SortedKeys[] => {
    const size = measured.keys.length
    if (room.keys.length < size) room = { keys: new Float64Array(size), members: new Int32Array(size) }
    kept = pools.map((pool, p) => {
      if (pools.length === 1) return sortKeys(measured.keys, undefined, kept[p])
      const { keys, members } = fillRoom(room, pool, measured)
      return sortKeys(keys, members, kept[p])
    })
    return kept
  }
}
