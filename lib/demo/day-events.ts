import type { CanonicalEvent, JsonObject } from '@/lib/ingest/canonical-event'
import { instantIn } from './calendar'
import { demoEvent } from './event'
import type { Demo } from './make-demo'
import { dashboards, pages, reports, sources } from './names'
import type { DemoPerson } from './people'
import { Random } from './random'
import { timesOf } from './simulate'
import { type BehaviorKey, behaviors, oddities, priceChange } from './truth'

/** The user id somebody has on a day: those who are joined by an alias begin under another one. */
export const userIdOn = ({ userId, formerId, signUpDay }: DemoPerson, day: number): string =>
  formerId && day < signUpDay + oddities.aliased.afterDays ? formerId : userId

const minute = 1 / 1440

/** Puts what somebody did on a day behind the events that there are already. */
export function dayOf({ activity, calendar }: Demo, person: DemoPerson, day: number, into: CanonicalEvent[]) {
  const random = new Random(`day ${person.index} ${day}`)
  const said = { userId: userIdOn(person, day), anonymousId: person.sharedBrowser?.id ?? null }
  const isAfterPrice = day >= calendar.priceDay && day < calendar.priceDay + 14
  let share = beginning(random)
  let number = 0
  for (const [behavior, { key, event }] of behaviors.entries()) {
    for (let left = timesOf(activity, person.index, day, behavior); left > 0; left--) {
      const at = instantIn(calendar, day, Math.min(share, 0.9999))
      const properties = propertiesOf(key, random, isAfterPrice)
      const kind = key === 'viewed' ? 'page' : 'track'
      into.push(demoEvent(`demo-${person.index}-${day}-${number++}`, kind, event, at, properties, said))
      share += random.exponential(7 * minute)
    }
  }
}

/** When somebody begins, as a share of the day: late in the morning or after lunch, now and then in the evening. */
function beginning(random: Random): number {
  const draw = random.next()
  const [middle, width] = draw < 0.55 ? [0.41, 0.06] : draw < 0.9 ? [0.6, 0.06] : [0.84, 0.07]
  return Math.min(0.97, Math.max(0.005, middle + width * random.normal()))
}

function propertiesOf(key: BehaviorKey, random: Random, isAfterPrice: boolean): JsonObject {
  switch (key) {
    case 'opened':
      return { platform: random.pick(['web', 'web', 'web', 'desktop', 'mobile']) }
    case 'report':
      return { name: random.pick(reports), rows: random.int(20, 5_000) }
    case 'shared':
      return { name: random.pick(dashboards), people: random.int(1, 9) }
    case 'commented':
      return { dashboard: random.pick(dashboards) }
    case 'invited':
      return { role: random.pick(['viewer', 'viewer', 'editor']) }
    case 'exported':
      return { format: random.pick(['csv', 'xlsx', 'pdf']), rows: random.int(20, 20_000) }
    case 'connected':
      return { source: random.pick(sources) }
    case 'viewed':
      return {
        name:
          isAfterPrice && random.chance(1 - 1 / priceChange.pricingViews) ? 'pricing' : random.pick(pages),
      }
    case 'settings':
      return { setting: random.pick(['notifications', 'time zone', 'profile', 'theme']) }
    case 'help':
      return { article: random.pick(['Filters', 'Sharing', 'Scheduled reports', 'Roles']) }
  }
}
