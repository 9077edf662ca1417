import type { ChartData } from '@/components/charts/chart-data'
import type { ContactsOverview } from '@/lib/contacts/client'

type Week = NonNullable<ContactsOverview['week']>

/** A row per pair of stars then and now, the fewest first. */
export function matrixFile({ matrix }: Pick<Week, 'matrix'>): ChartData {
  return {
    columns: ['stars then', 'stars now', 'contacts'].map((name) => ({ name, numeric: true })),
    rows: matrix.flatMap((row, then) => row.map((contacts, now) => [then + 1, now + 1, contacts])),
  }
}

/** The contacts whose score changed most among those whose stars changed. */
export function starMoversFile({ movers, since }: Pick<Week, 'movers' | 'since'>): ChartData {
  const columns = [
    'person',
    'email',
    'name',
    'score before',
    'score',
    'stars before',
    'stars',
    'cause',
    'since',
  ]
  return {
    columns: columns.map((name) => ({ name })),
    rows: movers.map(({ personId, email, name, before, after, cause }) => [
      personId,
      email ?? '',
      name ?? '',
      before.score,
      after.score,
      before.stars,
      after.stars,
      cause ?? '',
      since,
    ]),
  }
}
