import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { checkMapping } from '@/lib/ingest/files/mapping-schema'
import { type FilePreview, previewFile } from '@/lib/ingest/files/preview'
import { UnreadableFileError } from '@/lib/ingest/files/unreadable-file-error'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import {
  cancelImport,
  createImport,
  findImport,
  listImports,
  resumeImport,
  startImport,
  toView,
} from './data'
import { uploadPath } from './files'
import type { Upload } from './receive-upload'
import {
  importIdSchema,
  importSchema,
  importsPageSchema,
  listImportsSchema,
  startImportSchema,
} from './schema'

async function known(context: Context, id: string) {
  const row = await findImport(context.workspace.id, id)
  if (!row) throw new AppError('not_found', 'There is no such import.')
  return row
}

/** Makes an import of a file that has just been stored; nothing is read from it yet. */
export const addUpload = operation({
  name: 'imports.upload',
  permission: 'imports:write',
  input: z.strictObject({
    id: z.uuid(),
    fileName: z.string().max(255),
    size: z.number().int().positive(),
    sha256: z.string(),
  }) satisfies z.ZodType<Upload>,
  audit: ({ id, fileName, size }) => ({ id, fileName, size }),
  run: async ({ workspace, actor }, upload) => {
    const row = { ...upload, workspaceId: workspace.id, kind: 'events', state: 'uploaded' as const }
    return toView(await createImport({ ...row, createdBy: actor.label }))
  },
})

async function previewOf(id: string): Promise<FilePreview> {
  try {
    return await previewFile(createReadStream(uploadPath(id)))
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new AppError('invalid', error.message, ['file'])
    throw error
  }
}

/** The first rows of an uploaded file, its columns, and a guessed mapping for each kind. */
export const previewImport = operation({
  name: 'imports.preview',
  permission: 'imports:write',
  input: importIdSchema,
  run: async (context, { id }) => {
    const row = await known(context, id)
    return { import: toView(row), preview: await previewOf(row.id) }
  },
})

/** Starts an import, or its dry run, from the first row. Without a mapping the guess is taken. */
export const beginImport = operation({
  name: 'imports.start',
  permission: 'imports:write',
  input: startImportSchema,
  output: importIdSchema,
  audit: (input) => input,
  run: async (context, { id, kind, mapping, dryRun, timeZone, assumeYear }) => {
    const row = await known(context, id)
    const preview = await previewOf(row.id)
    const given = mapping ?? preview.guesses[kind]
    if (!given) {
      const columns = preview.columns.map((column) => column.name).join(', ')
      throw new AppError(
        'invalid',
        `The columns of this file could not be guessed. Give a mapping of: ${columns}.`,
        ['mapping'],
      )
    }
    const names = preview.columns.map((column) => column.name)
    const checked = checkMapping(kind, given, names, preview.format.type === 'csv')
    if (!checked.ok) {
      const [problem] = checked.problems
      throw new AppError('invalid', problem?.message ?? 'The mapping is wrong.', [
        'mapping',
        ...(problem?.path ?? []),
      ])
    }
    const assumed = { timeZone: timeZone ?? null, assumeYear: assumeYear ?? null }
    const settings = { kind, mapping: checked.mapping, dryRun, ...assumed }
    if (!(await startImport(context.workspace.id, id, settings))) {
      throw new AppError('conflict', 'This import is already waiting or running.')
    }
    return { id }
  },
})

export const getImport = operation({
  name: 'imports.get',
  permission: 'imports:read',
  input: importIdSchema,
  output: importSchema,
  run: async (context, { id }) => toView(await known(context, id)),
})

export const allImports = operation({
  name: 'imports.list',
  permission: 'imports:read',
  input: listImportsSchema,
  output: importsPageSchema,
  run: async ({ workspace }, { limit, cursor }) => {
    const found = await listImports(workspace.id, limit + 1, cursor)
    const items = found.slice(0, limit).map(toView)
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
  },
})

export const stopImport = operation({
  name: 'imports.cancel',
  permission: 'imports:write',
  input: importIdSchema,
  output: importSchema,
  audit: (input) => input,
  run: async (context, { id }) => {
    await known(context, id)
    if (!(await cancelImport(context.workspace.id, id, context.now))) {
      throw new AppError('conflict', 'This import has already ended.')
    }
    return toView(await known(context, id))
  },
})

export const continueImport = operation({
  name: 'imports.resume',
  permission: 'imports:write',
  input: importIdSchema,
  output: importIdSchema,
  audit: (input) => input,
  run: async (context, { id }) => {
    const row = await known(context, id)
    if (!row.mapping) throw new AppError('conflict', 'This import was never started; it has no mapping yet.')
    if (!(await resumeImport(context.workspace.id, id))) {
      throw new AppError('conflict', 'Only an import that failed or was cancelled goes on.')
    }
    return { id }
  },
})

/** Who may download the refused rows; the file itself is streamed by the route. */
export const importRejects = operation({
  name: 'imports.rejects',
  permission: 'imports:read',
  input: importIdSchema,
  run: async (context, { id }) => {
    const row = await known(context, id)
    return { id: row.id, fileName: row.fileName, rejected: row.rejected }
  },
})
