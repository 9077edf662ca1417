import { createReadStream } from 'node:fs'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { followImport } from '@/lib/contacts/current/follow-import'
import { queueRunsAfterImport } from '@/lib/engagement/queue-runs'
import { decodeFile } from '@/lib/ingest/files/decode-file'
import { writeEvents } from '@/lib/ingest/write-events'
import type { Import } from '@/prisma/generated/client'
import { log } from '@/lib/server/log'
import { findWorkspace } from '@/lib/workspaces/data'
import { beginImport, findImport, finishImport, saveProgress } from './data'
import { removeUpload, uploadPath } from './files'
import { ReasonTally } from './reason-tally'
import { openRejects } from './rejects-file'
import type { ImportKind, RejectReason } from './schema'
import { acceptedOfImport } from './sql/accepted-of-import'

const batchRows = 10_000

/**
 * The job of an import: reads the file in batches, writes what is good, keeps what is not with its reason, stores
 * a checkpoint after each batch. A job that died, failed or was cancelled goes on behind its checkpoint; what was
 * written after it counts once, because rows have ids.
 */
export async function importFile({ importId }: { importId: string }): Promise<void> {
  const row = await beginImport(importId, new Date())
  if (!row) return
  try {
    const cancelled = await readAll(row)
    if (!row.dryRun) await rateContacts(row)
    await finishImport(
      row.id,
      { state: cancelled ? 'cancelled' : 'done', ...(await exactCounts(row)) },
      new Date(),
    )
    if (cancelled || row.dryRun) return
    await removeUpload(row.id)
    await queueRunsAfterImport(mintWorkspaceId(row.workspaceId), new Date())
  } catch (error) {
    log().error({ err: error, importId }, 'an import failed')
    if (!row.dryRun) await rateContacts(row)
    const reason = error instanceof Error ? error.message : 'unknown'
    await finishImport(row.id, { state: 'failed', error: `The import stopped: ${reason}` }, new Date())
  }
}

/** Rates whoever the import told of, also when it stopped on its way. What fails is made up for by the tick. */
async function rateContacts({ id, workspaceId }: Import): Promise<void> {
  await followImport(mintWorkspaceId(workspaceId), id).catch((err: unknown) =>
    log().error({ err, importId: id }, 'contacts of an import could not be rated'),
  )
}

/** Answers whether it was cancelled. */
async function readAll(row: Import): Promise<boolean> {
  const workspaceId = mintWorkspaceId(row.workspaceId)
  const tally = new ReasonTally(row.reasons as RejectReason[])
  const rejects = await openRejects(row.id, row.rows > 0)
  const counts = {
    rows: row.rows,
    accepted: row.accepted,
    duplicates: row.duplicates,
    rejected: row.rejected,
  }
  try {
    const batches = decodeFile(createReadStream(uploadPath(row.id)), {
      kind: row.kind as ImportKind,
      mapping: row.mapping,
      timeZone: row.timeZone,
      assumeYear: row.assumeYear,
      zoneFallback: (await findWorkspace(workspaceId)).timeZone,
      now: row.createdAt,
      batchRows,
      startRow: row.rows,
    })
    for await (const batch of batches) {
      const events = batch.events.map(({ event }) => event)
      const source = { id: row.id, kind: 'import' as const }
      const verdicts = row.dryRun ? [] : await writeEvents(workspaceId, source, events, new Date())
      counts.accepted += row.dryRun
        ? events.length
        : verdicts.filter((verdict) => verdict === 'accepted').length
      counts.duplicates += verdicts.filter((verdict) => verdict === 'duplicate').length
      counts.rejected += batch.rejects.length
      counts.rows = batch.rowsRead
      tally.add(batch.rejects)
      await rejects.write(batch.rejects)
      const progress = Math.min(1, batch.bytesRead / Number(row.size))
      if (await saveProgress(row.id, { progress, ...counts }, tally.reasons())) return true
    }
    return false
  } finally {
    await rejects.close()
  }
}

/** After a resumed import the warehouse is asked, since a batch may have been written but not checkpointed. */
async function exactCounts({
  id,
  workspaceId,
  ...row
}: Import): Promise<{ accepted?: number; duplicates?: number }> {
  if (row.dryRun || row.rows === 0) return {}
  const [count] = await acceptedOfImport({ workspace: workspaceId, import: id }, { lane: 'jobs' })
  const noted = await findImport(mintWorkspaceId(workspaceId), id)
  if (!count || !noted) return {}
  return { accepted: count.accepted, duplicates: noted.rows - noted.rejected - count.accepted }
}
