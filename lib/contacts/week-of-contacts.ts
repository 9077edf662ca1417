import { daysAway } from '@/lib/engagement/local-day'
import { formatDay } from '@/lib/format/instant'
import type { Context } from '@/lib/server/context'
import { calledPeople } from '@/lib/what-if/called-people'
import { actionInWords } from '@/lib/scoring/contacts/action-names-in-words'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { causeOfMove } from './cause-of-move'
import { readHistories } from './contact-history'
import type { RatedBy } from './contact-models'
import { pointBefore } from './points-data'
import type { ContactsOverview } from './schema'
import { newestChanges } from './sql/contact-changes'
import { type Went, sinceThen } from './sql/since-then'

type Week = NonNullable<ContactsOverview['week']>

/** Movers that are named. */
const NAMED = 8

const sum = (went: readonly Went[]) => went.reduce((total, { contacts }) => total + contacts, 0)

/** Causes that are no action of the contact, as rating changes name them. */
const otherCauses: Record<string, string> = {
  merge: 'merged with another contact',
  truncation: 'old actions were deleted',
}

/** What changed somebody's stars, `hard bounce, 16 Dec 2025`. */
const causeInWords = ({ action, at }: { action: ActionName; at: number }, zone: string): string =>
  `${actionInWords[action]}, ${formatDay(at, zone)}`

type Mover = {
  person: string
  before: Week['movers'][number]['before']
  after: Week['movers'][number]['after']
}

function moversOf(went: readonly Went[]): Mover[] {
  return went
    .filter(({ before }) => before > 0)
    .flatMap(({ before, after, movers }) => movers.map((mover) => ({ before, after, mover })))
    .sort((a, b) => a.mover[0] - b.mover[0])
    .slice(0, NAMED)
    .map(({ before, after, mover: [, person, scoreThen, scoreNow] }) => ({
      person,
      before: { score: scoreThen, stars: before },
      after: { score: scoreNow, stars: after },
    }))
}

/** Against the newest past point at least seven days back; null before there are ratings of then. */
export async function weekOfContacts(context: Context, rated: RatedBy): Promise<Week | null> {
  const { workspace } = context
  const point = await pointBefore(rated.versionId, daysAway(rated.asOf, -7, workspace.timeZone))
  if (!point) return null
  const went = await sinceThen({ workspace: workspace.id, version: rated.versionId, then: point.asOf })
  const movers = moversOf(went)
  const people = movers.map(({ person }) => person)
  const [called, histories, changes] = await Promise.all([
    calledPeople(context, people),
    readHistories(workspace.id, rated.document, people),
    newestChanges({
      workspace: workspace.id,
      model: rated.modelId,
      version: rated.versionId,
      people: people.map(BigInt),
      since: point.asOf,
    }),
  ])
  const whyMoved = (person: string, { before, after }: Omit<Mover, 'person'>): string | null => {
    const history = histories.get(person)
    if (!history) return null
    const newest = history.actions.reduce((latest, { at }) => Math.max(latest, at), rated.asOf.getTime())
    const asked = { since: point.asOf.getTime(), asOf: newest + 1, up: after.score > before.score }
    const cause = causeOfMove(history, rated.document, asked)
    return cause ? causeInWords(cause, workspace.timeZone) : null
  }
  const matrix = [1, 2, 3, 4, 5].map((from) =>
    [1, 2, 3, 4, 5].map((to) => sum(went.filter(({ before, after }) => before === from && after === to))),
  )
  return {
    since: point.asOf,
    rose: sum(went.filter(({ before, after }) => before > 0 && after > before)),
    fell: sum(went.filter(({ before, after }) => after < before)),
    came: sum(went.filter(({ before }) => before === 0)),
    matrix,
    movers: movers.map(({ person, ...mover }) => {
      const { personId, email, name } = called(person)
      const change = changes.find((one) => one.person === person)
      const other = change && otherCauses[change.cause]
      return { personId, email, name, ...mover, cause: other ?? whyMoved(person, mover) }
    }),
  }
}
