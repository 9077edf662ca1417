import type { ChartData } from '@/components/charts/chart-data'
import type { Movers } from '@/lib/engagement/client'

/** The movers as a file: instants in ISO 8601, tiers and stages by their keys. */
export function moversFile({ items, from, to, version }: Movers): ChartData {
  const columns = [
    'person',
    'email',
    'name',
    'account',
    'score before',
    'score',
    'change',
    'tier before',
    'tier',
    'stage before',
    'stage',
    'main reason',
    'from',
    'to',
    'version',
  ]
  return {
    columns: columns.map((name) => ({ name })),
    rows: items.map((mover) => [
      mover.personId,
      mover.email ?? '',
      mover.name ?? '',
      mover.account ?? '',
      mover.before,
      mover.after,
      mover.change,
      mover.tierBefore,
      mover.tierAfter,
      mover.stageBefore,
      mover.stageAfter,
      mover.reason ?? '',
      from ?? '',
      to,
      version,
    ]),
  }
}
