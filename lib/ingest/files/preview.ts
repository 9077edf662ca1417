import type { Readable } from 'node:stream'
import { factsOf } from './complete-mapping'
import { type ColumnFacts, shownValue } from './column-facts'
import { rowDecoder } from './decode-row'
import type { FileFormat } from './detect-format'
import { type Guesses, guessMappings, suggestKind } from './guess-mapping'
import type { FileKind, KindMapping } from './mapping-schema'
import { parseTimestamp, type TimeAssumptions, timeRules } from './parse-timestamp'
import { readRows, type RowBatch } from './read-rows'

const shownRows = 20

export type FilePreview = {
  format: FileFormat
  columns: { name: string; samples: string[]; /** Share of rows with a value, 0 to 1. */ filled: number }[]
  /** The first 20 rows that could be read, values as text. */
  rows: Record<string, string>[]
  guesses: Guesses
  suggestedKind: FileKind
  /** What the times of the suggested mapping do not say, so that it is to be asked. */
  needs: { timeZone: boolean; year: boolean; dateOrder: boolean }
  /** Why rows of the sample would be refused under the suggested mapping, most frequent first. */
  problems: { code: string; message: string; rows: number; firstRow: number }[]
  /** Rows that were looked at: at most 5,000, from the beginning. */
  sampledRows: number
}

/**
 * Looks at the beginning of a file: what it is, what is in it, how it may be mapped and what is in the way. Throws
 * UnreadableFileError. The stream is closed afterwards.
 */
export async function previewFile(stream: Readable, now = new Date()): Promise<FilePreview> {
  for await (const batch of readRows(stream)) {
    const facts = factsOf(batch)
    const guesses = guessMappings(facts, batch.format.type === 'csv')
    const suggestedKind = suggestKind(facts, guesses)
    const mapping = guesses[suggestedKind]
    const mapped = mapping && ({ kind: suggestedKind, mapping } as KindMapping)
    return {
      format: batch.format,
      columns: facts.map(({ name, samples, filled }) => ({ name, samples, filled })),
      rows: batch.rows.slice(0, shownRows).map(({ values }) => textRow(values)),
      guesses,
      suggestedKind,
      needs: needsOf(mapped, facts, now),
      problems: problemsOf(batch, mapped, now),
      sampledRows: batch.rowsRead,
    }
  }
  throw new Error('a file has a first batch')
}

const textRow = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null ? '' : shownValue(value).slice(0, 1000),
    ]),
  )

function needsOf(mapped: KindMapping | null, facts: readonly ColumnFacts[], now: Date): FilePreview['needs'] {
  const columns = mapped
    ? [mapped.mapping.timestamp, 'createdAt' in mapped.mapping && mapped.mapping.createdAt]
    : []
  const times = facts.flatMap(({ name, words }) => (columns.includes(name) ? words : []))
  const dateOrder = mapped?.mapping.dateOrder
  const refusals = (assumed: Partial<TimeAssumptions>) => {
    const rules = timeRules({ now, dateOrder, ...assumed })
    return new Set(
      times.map((text) => parseTimestamp(text, rules)).map((time) => 'code' in time && time.code),
    )
  }
  return {
    year: refusals({}).has('no_year'),
    dateOrder: refusals({}).has('ambiguous_date'),
    timeZone: refusals({ assumeYear: 2000, dateOrder: dateOrder ?? 'day-first' }).has('no_time_zone'),
  }
}

function problemsOf(batch: RowBatch, mapped: KindMapping | null, now: Date): FilePreview['problems'] {
  const rejects: { row: number; code: string; message: string }[] = [...batch.rejects]
  if (mapped) {
    const decode = rowDecoder(mapped, { now, columns: batch.columns, typed: batch.format.type === 'ndjson' })
    for (const { number, values } of batch.rows) {
      const { reject } = decode(values)
      if (reject) rejects.push({ row: number, ...reject })
    }
  }
  const byCode = new Map<string, FilePreview['problems'][number]>()
  for (const { row, code, message } of rejects) {
    const problem = byCode.get(code) ?? { code, message, rows: 0, firstRow: row }
    byCode.set(code, { ...problem, rows: problem.rows + 1 })
  }
  if (batch.rowsRead === 0)
    byCode.set('no_rows', {
      code: 'no_rows',
      message: 'The file has a header, but no rows.',
      rows: 0,
      firstRow: 0,
    })
  return [...byCode.values()].sort((a, b) => b.rows - a.rows)
}
