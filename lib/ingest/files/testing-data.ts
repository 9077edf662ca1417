import { existsSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { readRows, type RowBatch } from './read-rows'

const folder = path.resolve(process.env.GRAVITAS_TEST_DATA ?? '../shared/data')

/** True where the real files are. A test without them is skipped under a name that says so. */
export const haveData = existsSync(folder)
export const withData = (name: string) => (haveData ? name : `${name} (skipped: no test data at ${folder})`)
export const dataFile = (name: string) => path.join(folder, name)

/** A stream of this content, in chunks of `size` bytes. */
export function streamOf(content: string | Buffer, size = 1 << 16): Readable {
  const bytes = Buffer.from(content)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  return Readable.from(chunks, { objectMode: true })
}

/** All batches of a file as one. */
export async function readAll(content: string | Buffer, chunk?: number): Promise<RowBatch> {
  let all: RowBatch | undefined
  for await (const batch of readRows(streamOf(content, chunk))) {
    const rows = [...(all?.rows ?? []), ...batch.rows]
    all = { ...batch, rows, rejects: [...(all?.rejects ?? []), ...batch.rejects] }
  }
  if (!all) throw new Error('no batch')
  return all
}
