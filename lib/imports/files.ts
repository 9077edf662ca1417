import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/server/env'

const folder = () => path.resolve(/* turbopackIgnore: true */ env().DATA_DIR, 'uploads')

/** Where the file of an import waits, as it was sent. */
export const uploadPath = (id: string) => path.join(folder(), id)

/** Where the rows that were refused are written, CSV. */
export const rejectsPath = (id: string) => path.join(folder(), `${id}.rejects.csv`)

export async function makeUploadFolder(): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
}

export async function removeUpload(id: string): Promise<void> {
  await rm(uploadPath(id), { force: true })
}
