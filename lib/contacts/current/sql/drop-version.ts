import { z } from 'zod'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'

const tables = ['contact_ratings', 'contact_points'] as const

/** Those of some versions of which ratings or past points are stored. */
export const versionsStored = defineQuery({
  name: 'rated-versions',
  params: z.object({ versions: z.array(z.uuid()) }),
  row: z.object({ version: z.string() }),
  sql: tables
    .map(
      (table) =>
        `SELECT DISTINCT version_id AS version FROM ${table} WHERE version_id IN {versions:Array(UUID)}`,
    )
    .join(' UNION DISTINCT '),
})

const drops = tables.map((table) =>
  defineCommand({
    name: 'drop-rated-version',
    params: z.object({ version: z.uuid() }),
    sql: `ALTER TABLE ${table} DROP PARTITION {version:UUID}`,
  }),
)

/** Removes everything that contacts were rated by a version. */
export async function dropRatedVersion(version: string): Promise<void> {
  for (const drop of drops) await drop({ version })
}
