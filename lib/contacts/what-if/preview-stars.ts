import type { Context } from '@/lib/server/context'
import { countedBySql } from './counted-by-sql'
import { countedInMemory } from './counted-in-memory'
import { namedStarMovers } from './named-star-movers'
import { type Asked, previewed } from './previewed'
import type { StarsPreview } from './schema'

/**
 * What a contact model would do to everybody at an instant, beside the live version there. Nothing is stored. Throws as
 * `previewed`.
 */
export async function previewStars(
  context: Context,
  asked: Asked & { movers: number },
): Promise<StarsPreview> {
  const found = await previewed(context, asked)
  const counting = found.inMemory ? countedInMemory : countedBySql
  const { up, down, ...counted } = await counting(context, found, asked.movers)
  const named = found.live ? await namedStarMovers(context, found, [...up, ...down]) : []
  const movers = { up: named.slice(0, up.length), down: named.slice(up.length) }
  return { ...counted, version: found.live?.version ?? null, movers: found.live && movers }
}
