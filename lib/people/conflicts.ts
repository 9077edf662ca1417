import { z } from 'zod'
import { type Context, can } from '@/lib/server/context'
import { seal, unseal } from '@/lib/server/sealed'
import { publicId } from './called'
import type { Conflict } from './identity-schema'
import { maskId } from './mask-emails'
import { type ConflictRow, listedConflicts } from './sql/identity-conflicts'
import { publicIdentities } from './sql/public-identities'

const cursorSchema = z.strictObject({ since: z.coerce.date(), id: z.string().regex(/^\d+$/) })

/** Later than any claim, and what the warehouse can hold. */
const end = { since: new Date('2200-01-01T00:00:00Z'), id: '0' }

/** Conflicts as the asker may see them. */
export async function namedConflicts(context: Context, rows: readonly ConflictRow[]): Promise<Conflict[]> {
  const shown = (identity: string) =>
    can(context, 'people:unmasked') ? publicId(identity) : maskId(publicId(identity))
  const ids = [...new Set(rows.flatMap(({ claimedBy }) => claimedBy))].map(BigInt)
  const found = ids.length > 0 ? await publicIdentities({ workspace: context.workspace.id, ids }) : []
  const names = new Map(found.map(({ id, identity }) => [id, shown(identity)]))
  return rows.map(({ kind, identity, claimedBy, since }) => ({
    kind,
    identity: shown(identity),
    claimedBy: claimedBy.flatMap((id) => names.get(id) ?? []),
    since,
  }))
}

/** One page of what is claimed by several people, the newest first. */
export async function listConflicts(context: Context, asked: { cursor?: string; limit: number }) {
  const { since: before, id } = asked.cursor ? unseal(cursorSchema, asked.cursor, 'cursor') : end
  const rows = await listedConflicts({
    workspace: context.workspace.id,
    before,
    beforeId: BigInt(id),
    limit: asked.limit + 1,
  })
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    items: await namedConflicts(context, page),
    nextCursor: last && rows.length > page.length ? seal({ since: last.since, id: last.id }) : null,
  }
}
