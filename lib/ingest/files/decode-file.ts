import type { Readable } from 'node:stream'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { rowDecoder } from './decode-row'
import { completeMapping } from './complete-mapping'
import type { FileKind, FileMapping } from './mapping-schema'
import { defaultBatchRows, longestRaw, readRows, type RowReject } from './read-rows'
import { RowIdentity } from './row-identity'

export type DecodeFileOptions = {
  kind: FileKind
  /** Checked against the file (MappingError); guessed where absent. */
  mapping?: unknown
  /** Zone of times that name none. */
  timeZone?: string | null
  /** Year of times that name none. */
  assumeYear?: number | null
  /** The workspace's zone, for creation times of people and accounts that name none. */
  zoneFallback?: string
  now: Date
  batchRows?: number
  /** Rows already done: the first one given is the next. They are read again, since ids of equal rows count them. */
  startRow?: number
}

export type DecodedBatch = {
  events: { row: number; event: CanonicalEvent }[]
  /** In the order of rows; `raw` is cut after 4,000 characters. */
  rejects: RowReject[]
  /** Rows and bytes of the file read so far, from its beginning. */
  rowsRead: number
  bytesRead: number
  /** As it was used. */
  mapping: FileMapping
}

/**
 * Reads a file and gives its events and rejects, batch by batch. The same file with the same mapping gives the same
 * event ids. Throws UnreadableFileError (also midway, for a broken gzip), MappingError, and RangeError for an unknown
 * time zone. Leaving the loop closes the stream.
 */
export async function* decodeFile(
  stream: Readable,
  options: DecodeFileOptions,
): AsyncGenerator<DecodedBatch> {
  const { kind, zoneFallback, now, startRow = 0, batchRows = defaultBatchRows } = options
  const timeZone = options.timeZone ?? undefined
  const assumeYear = options.assumeYear ?? undefined
  let decode: ReturnType<typeof rowDecoder> | undefined
  let identity: RowIdentity | undefined
  let mapping: FileMapping | undefined
  for await (const batch of readRows(stream, batchRows)) {
    const typed = batch.format.type === 'ndjson'
    if (!decode || !identity || !mapping) {
      const mapped = completeMapping(kind, options.mapping, batch)
      mapping = mapped.mapping
      decode = rowDecoder(mapped, { timeZone, assumeYear, zoneFallback, now, typed, columns: batch.columns })
      identity = new RowIdentity(kind, typed ? null : batch.columns)
    }
    const events: DecodedBatch['events'] = []
    const refused: RowReject[] = []
    for (const { number, values, raw } of batch.rows) {
      const { event, reject } = decode(values)
      if (reject) refused.push({ row: number, ...reject, raw: raw.slice(0, longestRaw) })
      else {
        if (event.eventId === '') event.eventId = identity.idOf(values)
        if (number > startRow) events.push({ row: number, event })
      }
    }
    const rejects = [...batch.rejects, ...refused]
      .filter(({ row }) => row > startRow)
      .sort((a, b) => a.row - b.row)
    yield { events, rejects, rowsRead: batch.rowsRead, bytesRead: batch.bytesRead, mapping }
  }
}
