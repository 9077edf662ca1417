import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { LiveStars, StarColumns } from '@/lib/scoring/contacts/what-if/star-columns'
import { narrowed, packArrays, unpackArrays } from '@/lib/what-if/packed-arrays'

/** Everybody's actions and what the live version makes of them, as they go to the browser; nobody can be told. */
export type PackedStars = { columns: StarColumns; live: (LiveStars & { version: number }) | null }

type Head = { size: number; asOf: number; live: { version: number; document: ContactDocument } | null }

export function encodeStars({ columns, live }: PackedStars): Uint8Array<ArrayBuffer> {
  const { size, asOf, offsets, knownSince, actions, at, groups, machines, ranks } = columns
  const head: Head = { size, asOf, live: live && { version: live.version, document: live.document } }
  return packArrays(head, {
    offsets,
    knownSince,
    actions,
    at,
    machines,
    groups: narrowed(groups),
    ranks: narrowed(ranks),
    ...(live && { scores: live.scores, stars: live.stars }),
  })
}

/** Reads what `encodeStars` wrote; also runs in the browser. */
export function decodeStars(buffer: ArrayBuffer): PackedStars {
  const { head, read } = unpackArrays<Head>(buffer)
  const bytes = (name: string) => Uint8Array.from(read(name) ?? [])
  const whole = (name: string) => Uint32Array.from(read(name) ?? [])
  const exact = (name: string) => Float64Array.from(read(name) ?? [])
  const columns: StarColumns = {
    size: head.size,
    asOf: head.asOf,
    offsets: whole('offsets'),
    knownSince: exact('knownSince'),
    actions: bytes('actions'),
    at: exact('at'),
    groups: whole('groups'),
    machines: bytes('machines'),
    ranks: whole('ranks'),
  }
  return { columns, live: head.live && { ...head.live, scores: exact('scores'), stars: bytes('stars') } }
}
