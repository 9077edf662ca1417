import { z } from 'zod'
import type { Context } from '@/lib/server/context'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { RatedBy } from './contact-models'
import { foldContacts } from './sql/fold/fold-contacts'
import { ratings } from './sql/rated'

/** Of so many contacts it is worked out; of more of them for a part, and held to be the same for the rest. */
const MOST = 50_000

/** Ids are hashes: the lowest of them are any of the contacts. */
const HIGHEST = 2n ** 64n - 1n

/**
 * Contacts whose stars would be others had the machines' reads and clicks counted or, of a model that counts them, had
 * they not. Above 50,000 contacts an estimate, from 50,000 of them.
 */
export async function changedByMachines(
  { workspace }: Context,
  { versionId, document, asOf }: RatedBy,
  { contacts, machineContacts }: { contacts: number; machineContacts: number },
): Promise<number> {
  if (machineContacts === 0) return 0
  const parts = Math.max(1, Math.ceil(contacts / MOST))
  const to = HIGHEST / BigInt(parts)
  const machine = document.machine === 'exclude' ? 'include' : 'exclude'
  const fold = foldContacts({
    document: { ...document, machine },
    scope: { rangeFrom: '0', rangeTo: String(to) },
    asOf,
    current: true,
    hasMerges: true,
  })
  const ask = defineQuery({
    name: 'changed-by-machines',
    params: z.record(z.string(), z.unknown()),
    row: z.object({ changed: z.coerce.number() }),
    sql: `
      SELECT countIf(other.stars != now.stars) AS changed
      FROM (${ratings('person_id, stars', 'machine_reads > 0 AND person_id <= {machinesTo:UInt64}')}) AS now
      INNER JOIN (SELECT person_id, stars FROM (${fold.sql})) AS other ON other.person_id = now.person_id`,
  })
  const [row] = await ask({
    ...fold.params,
    workspace: workspace.id,
    version: versionId,
    machinesTo: String(to),
  })
  return Math.round((row?.changed ?? 0) * parts)
}
