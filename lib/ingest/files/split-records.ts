import { isUtf8 } from 'node:buffer'

/** A record longer than this many bytes is refused. */
export const longestRecord = 1024 * 1024
/** How far a closing quote is looked for before its opening quote counts as a stray one. */
const farthestQuote = 16 * longestRecord
const quote = 34
const cr = 13
const lf = 10

/** `delimiter` null: a line is one value (NDJSON) and quotes mean nothing. `end` is the byte that ends a record. */
export type RecordLayout = { delimiter: string | null; end: 10 | 13 }

export type FileRecord =
  { raw: string; cells: string[]; problem?: undefined } | { raw: string; problem: Problem }
type Problem = { code: string; message: string }

const tooLong = { code: 'row_too_long', message: 'The row has more than 1 MB.' }
const brokenQuotes = {
  code: 'broken_quotes',
  message: 'A quoted value is not closed, or is followed by more text. Write a quote inside a value twice.',
}
const badEncoding = { code: 'bad_encoding', message: 'The row is not valid UTF-8. Save the file as UTF-8.' }

/**
 * Splits bytes into the records that are complete in them (`final`: the last one needs no end). `next` is where the
 * unread rest begins; `skip` says that the rest of an overlong line is to be dropped up to its end.
 *
 * Made for recovery: a record with broken quotes costs only its own line, reading goes on with the next. Parsers
 * that stay inside the quote lose everything after it. Empty lines are passed over; a quote in the middle of an
 * unquoted value is a plain character.
 */
export function splitRecords(
  buffer: Buffer,
  layout: RecordLayout,
  final: boolean,
): { records: FileRecord[]; next: number; skip: boolean } {
  const records: FileRecord[] = []
  const { delimiter, end } = layout
  let pos = 0
  let nextQuote = delimiter === null ? -1 : buffer.indexOf(quote)
  let skip = false
  while (pos < buffer.length) {
    const lineEnd = buffer.indexOf(end, pos)
    const stop = lineEnd < 0 ? buffer.length : lineEnd
    if (nextQuote !== -1 && nextQuote < pos) nextQuote = buffer.indexOf(quote, pos)
    let broken = false
    if (nextQuote !== -1 && nextQuote < stop && delimiter !== null) {
      const found = readQuoted(buffer, pos, delimiter.charCodeAt(0), end, final)
      if (found !== 'incomplete' && found !== 'broken') {
        const long = found.next - pos > longestRecord
        records.push(long ? { raw: text(buffer, pos, stop), problem: tooLong } : found.record)
        pos = found.next
        continue
      }
      if (found === 'incomplete' && buffer.length - pos <= farthestQuote) break
      broken = true
    }
    const long = stop - pos > longestRecord
    if (lineEnd < 0 && !final) {
      if (!long) break
      records.push({ raw: text(buffer, pos, stop), problem: tooLong })
      pos = buffer.length
      skip = true
      break
    }
    const line = text(buffer, pos, end === lf && buffer[stop - 1] === cr ? Math.max(pos, stop - 1) : stop)
    if (long) records.push({ raw: line, problem: tooLong })
    else if (broken) records.push({ raw: line, problem: brokenQuotes })
    else if (line !== '')
      records.push({ raw: line, cells: delimiter === null ? [line] : line.split(delimiter) })
    pos = stop + 1
  }
  const next = Math.min(pos, buffer.length)
  return { records: isUtf8(buffer.subarray(0, next)) ? records : records.map(refuseBadEncoding), next, skip }
}

/** Reads the record at `start`, which holds a quote somewhere. */
function readQuoted(buffer: Buffer, start: number, delimiter: number, end: number, final: boolean) {
  const cells: string[] = []
  const done = (stop: number, next: number) => ({ record: { raw: text(buffer, start, stop), cells }, next })
  let pos = start
  for (;;) {
    if (buffer[pos] === quote) {
      const close = closingQuote(buffer, pos + 1, final)
      if (typeof close === 'string') return close
      const value = buffer.toString('utf8', pos + 1, close)
      cells.push(value.includes('"') ? value.replaceAll('""', '"') : value)
      pos = close + 1
      if (pos >= buffer.length) return done(pos, pos)
      if (buffer[pos] === cr && end === lf) {
        if (pos + 1 >= buffer.length) return final ? done(pos, pos + 1) : 'incomplete'
        if (buffer[pos + 1] === lf) return done(pos, pos + 2)
      }
      if (buffer[pos] === end) return done(pos, pos + 1)
      if (buffer[pos] !== delimiter) return 'broken'
      pos += 1
    } else {
      let stop = pos
      while (stop < buffer.length && buffer[stop] !== delimiter && buffer[stop] !== end) stop += 1
      if (stop === buffer.length && !final) return 'incomplete'
      const last = stop === buffer.length || buffer[stop] === end
      const trimmed = last && end === lf && stop > pos && buffer[stop - 1] === cr ? stop - 1 : stop
      cells.push(buffer.toString('utf8', pos, trimmed))
      if (last) return done(trimmed, stop + 1)
      pos = stop + 1
    }
  }
}

/** Where the quote is that closes a value; doubled quotes belong to the value. */
function closingQuote(buffer: Buffer, from: number, final: boolean): number | 'incomplete' | 'broken' {
  for (let pos = from; ; pos += 2) {
    pos = buffer.indexOf(quote, pos)
    if (pos < 0) return final ? 'broken' : 'incomplete'
    if (pos + 1 >= buffer.length) return final ? pos : 'incomplete'
    if (buffer[pos + 1] !== quote) return pos
  }
}

/** The text of a stretch of bytes, at most a record's worth. */
const text = (buffer: Buffer, from: number, to: number) =>
  buffer.toString('utf8', from, Math.min(to, from + longestRecord))

const refuseBadEncoding = (record: FileRecord): FileRecord =>
  record.raw.includes('\uFFFD') ? { raw: record.raw, problem: record.problem ?? badEncoding } : record
