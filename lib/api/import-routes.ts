import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { removeUpload, rejectsPath } from '@/lib/imports/files'
import * as imports from '@/lib/imports/operations'
import { receiveUpload } from '@/lib/imports/receive-upload'
import { startImportSchema } from '@/lib/imports/schema'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { demand, parseInput } from '@/lib/server/operation'
import type { Call } from './route-table'

const settingsSchema = startImportSchema.omit({ id: true })

/** What may stand in the query of POST /imports. */
export const importQuery = settingsSchema.extend({
  kind: settingsSchema.shape.kind.default('events'),
  fileName: z.string().max(255).optional(),
})

/** Reads the settings of the query before the file, so that a wrong one costs no upload. */
function settingsOf(query: Record<string, string>) {
  const { mapping, dryRun, fileName: _, ...rest } = query
  return parseInput(settingsSchema, {
    kind: 'events',
    ...rest,
    ...(mapping && { mapping: parseMapping(mapping) }),
    ...(dryRun !== undefined && { dryRun: yesOrNo(dryRun) }),
  })
}

/** Anything but a clear yes or no stays what it is, and is refused: a dry run must not become an import. */
function yesOrNo(text: string): boolean | string {
  const word = text.toLowerCase()
  if (['', '1', 'true'].includes(word)) return true
  return ['0', 'false'].includes(word) ? false : text
}

function parseMapping(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid', 'mapping: this is not JSON.', ['mapping'])
  }
}

/** POST /imports: stores the file and starts the import in one call. */
export async function postImport(context: Context, { query, request }: Call): Promise<{ id: string }> {
  demand(context, 'imports:write')
  const settings = settingsOf(query)
  const upload = await receiveUpload(request, query.fileName ?? 'upload')
  try {
    await imports.addUpload(context, upload)
    return await imports.beginImport(context, { id: upload.id, ...settings })
  } catch (error) {
    await removeUpload(upload.id)
    throw error
  }
}

/** GET /imports/{id}/rejects: the refused rows as CSV. */
export async function getRejects(context: Context, { params }: Call): Promise<Response> {
  const { id, fileName } = await imports.importRejects(context, { id: params.id ?? '' })
  const path = rejectsPath(id)
  const exists = await stat(path).catch(() => null)
  const body = exists
    ? (Readable.toWeb(createReadStream(path)) as ReadableStream)
    : 'row,code,reason,content\n'
  const name = `rejects of ${fileName}.csv`.replace(/[^\w. -]/g, '_')
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
