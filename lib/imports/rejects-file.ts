import { open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { rejectsPath } from './files'

type Reject = { row: number; code: string; message: string; raw: string }

/** The CSV of an import's refused rows. Cells that a spreadsheet would run as a formula are made harmless. */
export async function openRejects(importId: string, goOn: boolean) {
  const file = await open(rejectsPath(importId), goOn ? 'a' : 'w', 0o600)
  if (!goOn) await file.write(stringify([['row', 'code', 'reason', 'content']]))
  return {
    async write(rejects: readonly Reject[]): Promise<void> {
      if (rejects.length === 0) return
      const rows = rejects.map(({ row, code, message, raw }) => [row, code, message, raw])
      await file.write(stringify(rows, { escape_formulas: true }))
    },
    close: () => file.close(),
  }
}
