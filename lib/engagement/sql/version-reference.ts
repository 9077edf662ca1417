import { z } from 'zod'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'

const of = z.object({ workspace: z.uuid(), version: z.uuid() })
const ofVersion = 'workspace_id = {workspace:UUID} AND version_id = {version:UUID}'

const anyRows = defineQuery({
  name: 'any-reference-rows',
  params: of,
  row: z.object({ found: z.number() }),
  sql: `SELECT 1 AS found FROM version_references WHERE ${ofVersion} LIMIT 1`,
})

const deleteRows = defineCommand({
  name: 'delete-reference-rows',
  params: of,
  sql: `DELETE FROM version_references WHERE ${ofVersion}`,
})

const copyRows = defineCommand({
  name: 'copy-reference-rows',
  params: of.extend({ run: z.uuid() }),
  sql: `
    INSERT INTO version_references (workspace_id, version_id, stage, rank_key, people)
    SELECT {workspace:UUID}, {version:UUID}, stage, rank_key, count()
    FROM run_counts WHERE run_id = {run:UUID} AND state = 'scored'
    GROUP BY stage, rank_key`,
})

/** Deletes what is stored of a reference; nothing where nothing is. */
export async function deleteReferenceRows(version: z.input<typeof of>): Promise<void> {
  const found = await anyRows(version, { lane: 'jobs' })
  if (found.length > 0) await deleteRows(version)
}

/** Makes the people that a run has counted the reference of a version, instead of whatever is stored of it. */
export async function storeReferenceRows(reference: z.input<typeof of> & { run: string }): Promise<void> {
  const { workspace, version } = reference
  await deleteReferenceRows({ workspace, version })
  await copyRows(reference)
}
