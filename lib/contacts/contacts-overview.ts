import type { z } from 'zod'
import { daysAway } from '@/lib/engagement/local-day'
import type { Context } from '@/lib/server/context'
import { can } from '@/lib/server/context'
import type { RatedBy } from './contact-models'
import { ratedBy } from './contact-models'
import { keptShortly } from './kept-shortly'
import { deliveredAs } from './list-contacts'
import { listInstants } from './lists'
import { changedByMachines } from './machines-change'
import { TOP } from './page-schema'
import { pointsBetween } from './points-data'
import { ratedByOf, ratedModel } from './rated-model'
import { type ContactList, type ContactsOverview, type contactsOfModelSchema, contactLists } from './schema'
import { countContacts } from './sql/contacts-by-number'
import { ratingsSummary } from './sql/ratings-summary'
import { weekOfContacts } from './week-of-contacts'

/** How close to a cut counts as near. */
const WITHIN = 0.25

const WEEK_MS = 7 * 86_400_000

const none = [0, 0, 0, 0, 0]

/** Before there are ratings that are whole. */
const nothing = {
  contacts: 0,
  stars: none,
  overTime: [],
  week: null,
  machines: { reads: 0, machineReads: 0, contacts: 0, changed: 0 },
}

/** One point a week of the past year since there are contacts, the newest left to what is known now. */
async function pastWeeks({ workspace }: Context, { versionId, asOf }: RatedBy) {
  const points = await pointsBetween(versionId, daysAway(asOf, -371, workspace.timeZone), asOf)
  const weekly: typeof points = []
  for (const point of points.toReversed()) {
    if (point.contacts === 0) break
    const next = weekly.at(-1)?.asOf ?? asOf
    // An hour less, as a week with a change of clocks may have.
    if (next.getTime() - point.asOf.getTime() >= WEEK_MS - 3_600_000) weekly.push(point)
  }
  return weekly.reverse().map(({ asOf, contacts, stars }) => ({ asOf, contacts, stars: stars as number[] }))
}

/** How many contacts the lists have that the summary does not tell. */
async function countOfList(context: Context, rated: RatedBy, list: ContactList): Promise<number> {
  const { quietSince, then } = await listInstants(context, rated)
  const [row] = await countContacts({ list, hasPoint: then !== null, search: null })({
    ...{ workspace: context.workspace.id, version: rated.versionId, stars: [], quietSince },
    ...{ then: then ?? new Date(0), deliveredAs: deliveredAs(rated), search: '', searchJson: '', found: [] },
  })
  return row?.contacts ?? 0
}

async function summaryOf({ workspace }: Context, { document, versionId: version }: RatedBy) {
  const asked = { workspace: workspace.id, version, cuts: [...document.stars], within: WITHIN }
  const [row] = await ratingsSummary(asked)
  if (!row) throw new Error('the ratings came without a summary')
  return row
}

async function wholeOverview(context: Context, rated: RatedBy): Promise<ContactsOverview> {
  const { document, versionId: version } = rated
  const shared = <Value>(what: string, find: () => Promise<Value>) =>
    keptShortly(`${version} ${what} ${can(context, 'people:unmasked')}`, find)
  const summarised = shared('summary', () => summaryOf(context, rated))
  const [summary, overTime, week, risen, dormant, changed] = await Promise.all([
    summarised,
    pastWeeks(context, rated),
    shared('week', () => weekOfContacts(context, rated)),
    shared('risen', () => countOfList(context, rated, 'risen')),
    shared('dormant', () => countOfList(context, rated, 'dormant')),
    shared('machines', async () => changedByMachines(context, rated, await summarised)),
  ])
  const { contacts, byStars } = summary
  const inList: Record<ContactList, number> = {
    loyal: byStars[4] ?? 0,
    top: Math.min(TOP, contacts),
    risen,
    're-engage': byStars[1] ?? 0,
    dormant,
    remove: summary.toRemove,
  }
  return {
    ratedBy: ratedByOf(rated),
    rebuilding: null,
    contacts,
    stars: byStars,
    cuts: [...document.stars],
    overTime: [...overTime, { asOf: rated.asOf, contacts, stars: byStars }],
    week,
    nearCuts: {
      within: WITHIN,
      cuts: document.stars.map((from, index) => ({
        stars: index + 2,
        from,
        below: summary.below[index] ?? 0,
        above: summary.above[index] ?? 0,
      })),
    },
    machines: {
      reads: summary.allReads,
      machineReads: summary.machineReads,
      contacts: summary.machineContacts,
      changed,
    },
    lists: contactLists.map((list) => ({ list, contacts: inList[list] })),
  }
}

/** What the page of contacts opens with; without numbers before a model is published and while it is rated. */
export async function contactsOverview(
  context: Context,
  { model }: z.output<typeof contactsOfModelSchema>,
): Promise<ContactsOverview> {
  const rated = model
    ? await ratedModel(context, model)
    : await ratedBy(context.workspace.id, undefined, context.now)
  if (rated && !rated.rebuilding) return wholeOverview(context, rated)
  const cuts = [...(rated?.document.stars ?? [2, 3, 5, 9])]
  return {
    ...nothing,
    ratedBy: rated && ratedByOf(rated),
    rebuilding: rated?.rebuilding ?? null,
    cuts,
    nearCuts: {
      within: WITHIN,
      cuts: cuts.map((from, index) => ({ stars: index + 2, from, below: 0, above: 0 })),
    },
    lists: contactLists.map((list) => ({ list, contacts: 0 })),
  }
}
