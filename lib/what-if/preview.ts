import type { z } from 'zod'
import { engagementModel } from '@/lib/engagement/known'
import { summaryOfSnapshot } from '@/lib/engagement/snapshot-data'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Mover } from '@/lib/scoring/engagement/what-if/what-if'
import type { Context } from '@/lib/server/context'
import { askedDocument } from './asked-document'
import { calledPeople } from './called-people'
import { type Everybody, readEvaluated } from './evaluated'
import { moverReason } from './mover-reason'
import type { Preview, PreviewMover, previewSchema } from './schema'
import type { Live } from './source'

/** The warehouse and the core blend scores alike but for their last bits: that is no move. */
const LAST_BITS = 1e-9

type Asked = z.output<typeof previewSchema>
type Moved = Omit<PreviewMover, 'personId' | 'email' | 'name' | 'account'> & { person: string }

function movedPeople(
  { evaluated, people, liveScores }: Everybody,
  document: EngagementDocument,
  limit: number,
): (direction: 'up' | 'down') => Moved[] {
  const told = ({ index, before, after, reason }: Mover): Moved => ({
    person: String(people[index]),
    before,
    after,
    change: after - before,
    tierBefore: liveScores?.document.tiers[liveScores.tiers[index] ?? -1]?.key ?? '',
    tierAfter: document.tiers[evaluated.tierOf(index)]?.key ?? '',
    reason: moverReason(reason),
  })
  return (direction) => {
    const moved = limit === 0 ? [] : evaluated.movers(direction, limit)
    return moved.map(told).filter(({ change }) => Math.abs(change) > LAST_BITS)
  }
}

async function namedMovers(
  context: Context,
  { up, down }: { up: readonly Moved[]; down: readonly Moved[] },
): Promise<NonNullable<Preview['movers']>> {
  const name = await calledPeople(
    context,
    [...up, ...down].map(({ person }) => person),
  )
  const named = ({ person, ...moved }: Moved): PreviewMover => ({ ...name(person), ...moved })
  return { up: up.map(named), down: down.map(named) }
}

function liveBlock({ version, document, row }: Live): NonNullable<Preview['live']> {
  const { n, zeros, bins, tiers } = summaryOfSnapshot(row)
  const nameOf = (key: string) => document.tiers.find((tier) => tier.key === key)?.name ?? key
  return {
    version,
    n,
    zeros,
    bins,
    tiers: tiers.map(({ key, people }) => ({ key, name: nameOf(key), people })),
  }
}

/**
 * What a document would do to everybody at an instant, beside the live scores there. Nothing is stored, but for what
 * had to be counted. Throws AppError `not_found`, `invalid` with the path in the document, `conflict`,
 * also for a model of another kind.
 */
export async function previewOf(context: Context, asked: Asked): Promise<Preview> {
  const { id, asOf, movers: limit } = asked
  const document = askedDocument((await engagementModel(context, id)).draft, asked)
  const found = await readEvaluated(context, { modelId: id, document, asOf }, (everybody) => {
    const moved = movedPeople(everybody, document, limit)
    const movers = everybody.live ? { up: moved('up'), down: moved('down') } : null
    return { ...everybody, whatIf: everybody.evaluated.whatIf, movers }
  })
  const { ready, live, whatIf, movers } = found
  const { other: _, tiers, ...summary } = whatIf.summary
  return {
    ...summary,
    asOf: ready.asOf,
    version: live?.version ?? null,
    referenceAsOf: ready.reference?.asOf ?? null,
    tiers: document.tiers.map((tier) => ({
      ...tier,
      people: tiers.find(({ key }) => key === tier.key)?.people ?? 0,
    })),
    live: live && liveBlock(live),
    change: whatIf.change && { ...whatIf.change, matrix: whatIf.change.matrix.map((row) => [...row]) },
    zeroRules: whatIf.zeroRules.map(({ tiers, ...rule }) => ({ ...rule, tiers: [...tiers] })),
    ties: whatIf.ties,
    behaviors: [...whatIf.behaviors],
    together: [...whatIf.together],
    movers: movers && (await namedMovers(context, movers)),
  }
}
