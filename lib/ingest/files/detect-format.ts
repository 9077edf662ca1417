import { isUtf8 } from 'node:buffer'
import { splitRecords } from './split-records'
import { UnreadableFileError } from './unreadable-file-error'

export type FileFormat = {
  gzip: boolean
  /** The text begins with a byte order mark. */
  bom: boolean
  recordEnd: 'lf' | 'crlf' | 'cr'
} & ({ type: 'csv'; delimiter: ',' | ';' | '\t' } | { type: 'ndjson'; delimiter: null })

export const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * What a file is, by the first bytes of its text (after gunzip; some ten KB are enough). `complete`: there is no
 * more than these. Throws UnreadableFileError for what is neither CSV nor NDJSON in UTF-8.
 */
export function detectFormat(bytes: Buffer, complete: boolean, gzip: boolean): FileFormat {
  refuseOtherFormats(bytes)
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const text = bytes.subarray(bom ? 3 : 0)
  if (!isUtf8(complete ? text : withoutCutCharacter(text)))
    throw new UnreadableFileError('not_utf8', 'The file is not UTF-8. Save it as "CSV UTF-8" and try again.')
  const first = text.find((byte) => byte > 32)
  if (first === undefined) throw new UnreadableFileError('empty_file', 'The file is empty.')
  const recordEnd = recordEndOf(text)
  if (first === 123) return { gzip, bom, recordEnd, type: 'ndjson', delimiter: null }
  if (first === 91 && /^\s*\[\s*[{\]]/.test(text.toString('utf8', 0, 1000)))
    throw new UnreadableFileError(
      'json_array',
      'The file is one JSON array. Write one JSON object a line instead (NDJSON), for example with: jq -c ".[]"',
    )
  return { gzip, bom, recordEnd, type: 'csv', delimiter: delimiterOf(text, recordEnd, complete) }
}

function refuseOtherFormats(bytes: Buffer): void {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    throw new UnreadableFileError(
      'zip',
      'This is a ZIP archive or an Excel workbook. Save it as CSV, or use gzip.',
    )
  const head = bytes.subarray(0, 4096)
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  const zerosAtOneSide =
    head.filter((byte, i) => byte === 0 && i % 2 === head.indexOf(0) % 2).length === zeros
  if (marked || (zeros > head.length / 3 && zerosAtOneSide))
    throw new UnreadableFileError('utf16', 'The file is UTF-16. Save it as "CSV UTF-8" and try again.')
  if (zeros > 0)
    throw new UnreadableFileError(
      'binary',
      'This is no text file. CSV and NDJSON are read, plain or gzipped.',
    )
}

/** The first bytes may end inside a character of up to four bytes. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : bytes.length)
}

/** The first line end outside quotes decides. */
function recordEndOf(text: Buffer): FileFormat['recordEnd'] {
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === 34) quoted = !quoted
    if (quoted) continue
    if (text[i] === 10) return 'lf'
    if (text[i] === 13) return text[i + 1] === 10 ? 'crlf' : 'cr'
  }
  return 'lf'
}

/**
 * The one that gives most columns in the header, weighed by how many of the next records agree with it; of equals the
 * one that comes first in the header.
 */
function delimiterOf(text: Buffer, recordEnd: FileFormat['recordEnd'], complete: boolean): ',' | ';' | '\t' {
  const end = recordEnd === 'cr' ? 13 : 10
  const candidates = ([',', ';', '\t'] as const).map((delimiter) => {
    const { records } = splitRecords(text, { delimiter, end }, complete)
    const rows = records.slice(0, 30).map((record) => (record.problem ? [] : record.cells))
    const header = rows[0] ?? []
    const agreeing = rows.filter((row) => row.length === header.length).length / Math.max(1, rows.length)
    const score = Math.max(0, header.length - 1) * agreeing
    return { delimiter, score, first: score > 0 ? (header[0]?.length ?? 0) : 0 }
  })
  return candidates.reduce((best, one) =>
    one.score > best.score || (one.score === best.score && one.first < best.first) ? one : best,
  ).delimiter
}
