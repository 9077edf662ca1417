import { randomUUID } from 'node:crypto'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { warehouse } from './client'

/** A workspace no other test knows: all tests share one database and run beside each other. */
export const testWorkspaceId = () => mintWorkspaceId(randomUUID())

/**
 * Keeps the parts of a table as they were inserted, for tests of what must hold before they are merged.
 * The table is shared: merges of other tests' rows stop as well, until `startMerges`.
 */
export const stopMerges = (table: string) => merges('STOP', table)

export const startMerges = (table: string) => merges('START', table)

async function merges(verb: 'STOP' | 'START', table: string) {
  await warehouse().command({ query: `SYSTEM ${verb} MERGES {table:Identifier}`, query_params: { table } })
}
