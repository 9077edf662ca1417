import type { Readable } from 'node:stream'
import { columnNames } from './column-names'
import type { FileFormat } from './detect-format'
import { openFile } from './open-file'
import { type FileRecord, type RecordLayout, splitRecords } from './split-records'
import { UnreadableFileError } from './unreadable-file-error'

/** `number` counts data rows from 1 (no header, no empty lines). Cells of a CSV are strings, untrimmed. */
export type Row = { number: number; values: Record<string, unknown>; raw: string }
export type RowReject = { row: number; code: string; message: string; raw: string }

export type RowBatch = {
  format: FileFormat
  /** Of a CSV its header; of NDJSON the keys seen in the first batch. */
  columns: readonly string[]
  rows: Row[]
  rejects: RowReject[]
  /** Rows read from the beginning of the file to the end of this batch. */
  rowsRead: number
  /** Bytes of the file read so far, of the gzip where it is one. */
  bytesRead: number
}

export const defaultBatchRows = 5000
const batchCharacters = 8 * 1024 * 1024

/**
 * The rows of a file in batches of `batchRows` (fewer when they are long). There is always a first batch, if only to
 * tell the format and the columns. Unreadable rows are rejects; memory holds one batch and one chunk.
 */
export async function* readRows(stream: Readable, batchRows = defaultBatchRows): AsyncGenerator<RowBatch> {
  const { format, chunks, bytesRead } = await openFile(stream)
  let columns: readonly string[] | undefined
  let rows: Row[] = []
  let rejects: RowReject[] = []
  let rowsRead = 0
  let characters = 0
  let batches = 0
  const take = (): RowBatch => {
    columns ??= [...new Set(rows.flatMap((row) => Object.keys(row.values)))]
    const batch = { format, columns, rows, rejects, rowsRead, bytesRead: bytesRead() }
    rows = []
    rejects = []
    characters = 0
    batches += 1
    return batch
  }
  for await (const records of recordsOf(chunks, format)) {
    for (const record of records) {
      if (format.type === 'csv' && !columns) {
        if (record.problem)
          throw new UnreadableFileError('broken_header', `The header: ${record.problem.message}`)
        columns = columnNames(record.cells)
        continue
      }
      rowsRead += 1
      characters += record.raw.length
      const values = valuesOf(record, format.type === 'csv' ? columns : undefined)
      if ('code' in values) rejects.push({ row: rowsRead, ...values, raw: record.raw.slice(0, longestRaw) })
      else rows.push({ number: rowsRead, values: values.values, raw: record.raw })
      if (rows.length + rejects.length >= batchRows || characters >= batchCharacters) yield take()
    }
  }
  if (batches === 0 || rows.length + rejects.length > 0) yield take()
}

/** A reject keeps this many characters of its row. */
export const longestRaw = 4000

type Values = { values: Record<string, unknown> } | { code: string; message: string }

function valuesOf(record: FileRecord, columns: readonly string[] | undefined): Values {
  if (record.problem) return record.problem
  const { cells } = record
  if (!columns) return parseObject(record.raw)
  if (cells.length !== columns.length)
    return {
      code: 'ragged_row',
      message: `The row has ${cells.length} values, the header ${columns.length}.`,
    }
  const values: Record<string, unknown> = {}
  for (let i = 0; i < columns.length; i += 1) values[columns[i] as string] = cells[i]
  return { values }
}

function parseObject(line: string): Values {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { values: value as Record<string, unknown> }
    return { code: 'not_an_object', message: 'The line is JSON, but not an object.' }
  } catch {
    return { code: 'bad_json', message: 'The line is not valid JSON.' }
  }
}

async function* recordsOf(chunks: AsyncIterable<Buffer>, format: FileFormat): AsyncGenerator<FileRecord[]> {
  const layout: RecordLayout = { delimiter: format.delimiter, end: format.recordEnd === 'cr' ? 13 : 10 }
  let rest: Buffer = Buffer.alloc(0)
  let more: Buffer[] = []
  let size = 0
  let skipping = false
  for await (const chunk of chunks) {
    more.push(chunk)
    size += chunk.length
    // A long unfinished record is looked at again only when it has doubled: the work stays linear.
    if (size < rest.length) continue
    let buffer = more.length === 1 && rest.length === 0 ? chunk : Buffer.concat([rest, ...more])
    more = []
    size = 0
    if (skipping) {
      const end = buffer.indexOf(layout.end)
      if (end < 0) continue
      buffer = buffer.subarray(end + 1)
    }
    const { records, next, skip } = splitRecords(buffer, layout, false)
    skipping = skip
    rest = buffer.subarray(next)
    yield records
  }
  if (!skipping) yield splitRecords(Buffer.concat([rest, ...more]), layout, true).records
}
