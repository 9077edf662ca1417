import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { AppError } from './errors'

const inflate = promisify(gunzip)

const tooLarge = (limit: number) => new AppError('too_large', `The body is larger than ${limit / 1024} KB.`)

/**
 * The body of a request, inflated where it is gzip, whatever the headers say. Neither the body nor what it inflates
 * to is ever held beyond `limit` bytes: `too_large`; broken gzip is `bad_request`.
 */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  const sent = await readBytes(request, limit)
  const isGzip = sent[0] === 0x1f && sent[1] === 0x8b
  if (!isGzip) return sent
  try {
    return await inflate(sent, { maxOutputLength: limit })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(limit)
    throw new AppError('bad_request', 'The body is not valid gzip.')
  }
}

async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks, size)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge(limit)
    }
    chunks.push(value)
  }
}
