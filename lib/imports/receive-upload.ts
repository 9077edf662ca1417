import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { AppError } from '@/lib/server/errors'
import { makeUploadFolder, removeUpload, uploadPath } from './files'

const largest = 8 * 1024 ** 3

export type Upload = { id: string; fileName: string; size: number; sha256: string }

/**
 * Streams the file of a request to disk: the raw body, or the first file of a multipart form. Nothing is held in
 * memory. Throws AppError `bad_request` for an empty or broken body, `too_large` above 8 GB; the file is then gone.
 */
export async function receiveUpload(request: Request, fileName: string): Promise<Upload> {
  if (!request.body) throw new AppError('bad_request', 'Send the file as the body of the request.')
  await makeUploadFolder()
  const id = randomUUID()
  const body = Readable.fromWeb(request.body as ReadableStream)
  try {
    const type = request.headers.get('content-type') ?? ''
    if (!/^multipart\/form-data/i.test(type)) return { id, fileName, ...(await store(body, id)) }
    return { id, ...(await storeMultipart(body, type, id)) }
  } catch (error) {
    await removeUpload(id)
    if (error instanceof AppError) throw error
    throw new AppError('bad_request', 'The upload was broken off or is not readable. Send it again.')
  }
}

async function store(stream: Readable, id: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      done(
        size > largest ? new AppError('too_large', 'A file may have 8 GB. Split it, or compress it.') : null,
        chunk,
      )
    },
  })
  await pipeline(stream, measure, createWriteStream(uploadPath(id), { mode: 0o600 }))
  if (size === 0) throw new AppError('bad_request', 'The file is empty.')
  return { size, sha256: hash.digest('hex') }
}

async function storeMultipart(body: Readable, contentType: string, id: string) {
  let stored: Promise<{ fileName: string; size: number; sha256: string }> | undefined
  const form = new Busboy({ headers: { 'content-type': contentType }, limits: { fileSize: largest + 1 } })
  form.on('file', (_field, file: Readable, fileName: string) => {
    if (stored) file.resume()
    else
      stored = store(file, id).then((result) => ({
        fileName: (fileName || 'upload').slice(0, 255),
        ...result,
      }))
    stored.catch(() => file.resume())
  })
  const fields: string[] = []
  form.on('field', (name: string) => fields.push(name))
  await pipeline(body, form)
  if (fields[0] !== undefined) {
    await stored
    throw new AppError(
      'invalid',
      `${fields[0]}: give settings in the address, the form takes the file only.`,
      [fields[0]],
    )
  }
  if (!stored) throw new AppError('bad_request', 'The form holds no file.')
  return stored
}
