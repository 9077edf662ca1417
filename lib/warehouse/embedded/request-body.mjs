import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import busboy from '@fastify/busboy'
import { Exception } from './exception.mjs'

/** Bytes of SQL text, or of parameters in a form, that are held in memory. The rows of an INSERT whose
 * statement stands in the address are streamed and have no limit. */
export const MAX_TEXT_BYTES = 64 * 1024 ** 2

const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * The body, decompressed as its Content-Encoding says. Stopping early leaves the request intact, so that it
 * can still be answered.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {AsyncGenerator<Uint8Array, void>}
 */
export async function* bodyChunks(request) {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity'
  if (encoding === 'identity') return yield* request.iterator({ destroyOnReturn: false })
  const create = DECODERS[/** @type {keyof typeof DECODERS} */ (encoding)]
  if (!create)
    throw new Exception(48, 'NOT_IMPLEMENTED', `Unknown content encoding ${encoding.slice(0, 40)}.`)
  const decoder = create()
  const broken = (/** @type {Error} */ error) => void decoder.destroy(error)
  request.on('error', broken).pipe(decoder)
  try {
    yield* decoder.iterator({ destroyOnReturn: false })
  } catch (error) {
    if (request.destroyed && !request.complete) throw error
    throw new Exception(354, 'ZLIB_INFLATE_FAILED', `The body could not be decompressed: ${String(error)}.`)
  } finally {
    request.off('error', broken).unpipe(decoder)
    decoder.destroy()
  }
}

/**
 * The whole body.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export async function bodyText(request) {
  const chunks = []
  let size = 0
  for await (const chunk of bodyChunks(request)) {
    size += chunk.length
    if (size > MAX_TEXT_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * The fields of a form: how the official client sends parameters that are too long for the address.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<[string, string][]>}
 */
export async function formFields(request) {
  /** @type {[string, string][]} */ const fields = []
  const form = formParser(request.headers)
  const done = new Promise((resolve, reject) => {
    form.on('finish', resolve).on('error', reject)
    form.on('field', (name, value, nameCut, valueCut) =>
      nameCut || valueCut ? reject(tooLarge()) : fields.push([name, value]),
    )
  })
  // Handled where it is awaited, which may be after the body has broken off.
  done.catch(() => {})
  let size = 0
  for await (const chunk of bodyChunks(request)) {
    if ((size += chunk.length) > MAX_TEXT_BYTES) throw tooLarge()
    form.write(Buffer.from(chunk))
  }
  form.end()
  await done.catch((error) => {
    throw error instanceof Exception ? error : brokenForm(error)
  })
  return fields
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function formParser(headers) {
  try {
    return busboy({
      headers: /** @type {import('@fastify/busboy').BusboyHeaders} */ (headers),
      limits: { fieldSize: MAX_TEXT_BYTES, files: 0, fieldNameSize: 200 },
    })
  } catch (error) {
    throw brokenForm(error)
  }
}

/** @param {unknown} error */
const brokenForm = (error) => new Exception(36, 'BAD_ARGUMENTS', `Broken form: ${Object(error).message}.`)

const tooLarge = () =>
  new Exception(
    307,
    'TOO_MANY_BYTES',
    `The text of a query may have ${MAX_TEXT_BYTES} bytes. Send rows as the body of an INSERT.`,
  )
