import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { detectFormat, type FileFormat, isGzip } from './detect-format'
import { UnreadableFileError } from './unreadable-file-error'

const enoughToDetect = 64 * 1024

export type OpenFile = {
  format: FileFormat
  /** The text as bytes, without a byte order mark. To be read once; leaving the loop closes the stream. */
  chunks: AsyncIterable<Buffer>
  /** Bytes of the file (of the gzip, where it is one) read so far; a little ahead of what `chunks` gave. */
  bytesRead: () => number
}

/** Opens a file of CSV or NDJSON, gzipped or not. Throws UnreadableFileError; so do the chunks of a broken gzip. */
export async function openFile(stream: Readable): Promise<OpenFile> {
  let bytes = 0
  async function* counted() {
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      bytes += buffer.length
      yield buffer
    }
  }
  const raw = await peek(counted(), 2)
  const gzip = isGzip(raw.head)
  const { head, all, complete } = await peek(gzip ? unzip(raw.all) : raw.all, enoughToDetect)
  try {
    const format = detectFormat(head, complete, gzip)
    return { format, chunks: format.bom ? withoutMark(all) : all, bytesRead: () => bytes }
  } catch (error) {
    stream.destroy()
    throw error
  }
}

/** Reads until `length` bytes are there; `all` gives them again, and then the rest. */
async function peek(chunks: AsyncGenerator<Buffer>, length: number) {
  const read: Buffer[] = []
  let size = 0
  let complete = false
  while (size < length && !complete) {
    const next = await chunks.next()
    if (next.done) complete = true
    else {
      read.push(next.value)
      size += next.value.length
    }
  }
  async function* all() {
    try {
      yield* read.splice(0)
      yield* chunks
    } finally {
      await chunks.return(undefined)
    }
  }
  return { head: Buffer.concat(read), all: all(), complete }
}

async function* unzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  let sourceError: Error | null = null
  const source = Readable.from(chunks, { objectMode: true }).on('error', (error) => (sourceError = error))
  pipeline(source, gunzip, () => {})
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    if (sourceError) throw sourceError
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('Z_')) throw error
    throw new UnreadableFileError(
      'broken_gzip',
      'The gzip is damaged or cut off. Compress and upload it again.',
    )
  } finally {
    source.destroy()
  }
}

async function* withoutMark(chunks: AsyncIterable<Buffer>) {
  let mark = 3
  for await (const chunk of chunks) {
    const rest = chunk.subarray(Math.min(mark, chunk.length))
    mark -= chunk.length - rest.length
    if (rest.length > 0) yield rest
  }
}
