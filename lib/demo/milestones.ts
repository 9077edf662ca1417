import type { CanonicalEvent, JsonObject } from '@/lib/ingest/canonical-event'
import { DAY_MS } from '@/lib/scoring/engagement/frame'
import type { Account } from './accounts'
import { instantIn } from './calendar'
import { userIdOn } from './day-events'
import { demoEvent } from './event'
import type { Demo } from './make-demo'
import { pages } from './names'
import type { DemoPerson } from './people'
import { Random } from './random'
import { oddities } from './truth'

type ByDay = Map<number, CanonicalEvent[]>

/** What happens once: accounts, sign-ups with what came before them, aliases, upgrades; by day. */
export function milestonesOf(demo: Demo): ByDay {
  const found: ByDay = new Map()
  const add = (day: number, event: CanonicalEvent) => {
    const of = found.get(Math.max(0, day)) ?? []
    of.push(event)
    found.set(Math.max(0, day), of)
  }
  const accounts = new Set<string>()
  for (const person of demo.people) {
    const { account } = person
    if (!accounts.has(account.id)) add(person.signUpDay, groupOf(demo, person, account))
    accounts.add(account.id)
    for (const [day, event] of signUpOf(demo, person)) add(day, event)
  }
  for (const { person, day } of demo.upgrades) {
    const who = demo.people[person]
    if (who) for (const event of upgradeOf(demo, who, day)) add(day, event)
  }
  return found
}

/** Before anything else that somebody does on the day. */
const early = (demo: Demo, day: number, minutes: number) =>
  instantIn(demo.calendar, Math.max(0, day), minutes / 1440)

function groupOf(demo: Demo, person: DemoPerson, { id, name, industry, plan }: Account): CanonicalEvent {
  const at = early(demo, person.signUpDay, 4)
  const said = { userId: userIdOn(person, person.signUpDay), accountId: id }
  return demoEvent(`demo-account-${id}`, 'group', 'group', at, { name, industry, plan }, said)
}

function* signUpOf(demo: Demo, person: DemoPerson): Generator<[number, CanonicalEvent]> {
  const { index, signUpDay, account, sharedBrowser, visitorId, formerId, userId } = person
  const random = new Random(`sign-up ${index}`)
  const own = userIdOn(person, signUpDay)
  const browser = visitorId ?? sharedBrowser?.id ?? null
  if (visitorId || (sharedBrowser && !sharedBrowser.second)) {
    for (let visit = random.int(1, 4); visit > 0; visit--) {
      const day = Math.max(0, signUpDay - visit)
      const at = instantIn(demo.calendar, day, random.next())
      const said = { anonymousId: browser }
      yield [
        day,
        demoEvent(
          `demo-visit-${index}-${visit}`,
          'page',
          'Page Viewed',
          at,
          { name: random.pick(pages) },
          said,
        ),
      ]
    }
  }
  const at = early(demo, signUpDay, 5)
  const identified = {
    userId: own,
    anonymousId: browser,
    email: emailOf(demo, person),
    accountId: account.id,
  }
  yield [
    signUpDay,
    demoEvent(`demo-user-${index}`, 'identify', 'identify', at, traitsOf(demo, person), identified),
  ]
  if (signUpDay >= 0)
    yield [
      signUpDay,
      demoEvent(
        `demo-signed-up-${index}`,
        'track',
        'Signed Up',
        at + 1000,
        { plan: account.plan },
        { userId: own },
      ),
    ]
  if (formerId === null) return
  const day = signUpDay + oddities.aliased.afterDays
  const joined = { userId, previousId: formerId }
  yield [day, demoEvent(`demo-alias-${index}`, 'alias', 'alias', early(demo, day, 6), {}, joined)]
}

/** Of a pair that claims one address, the second one's is the first one's. */
function emailOf({ people }: Demo, { email, claimsEmailOf }: DemoPerson): string {
  return claimsEmailOf === null ? email : (people[claimsEmailOf]?.email ?? email)
}

function traitsOf(demo: Demo, person: DemoPerson): JsonObject {
  const { signUpDay, account, name, job, refusesConsent } = person
  const [first = 0] = demo.calendar.midnights
  const createdAt = signUpDay < 0 ? first + signUpDay * DAY_MS : early(demo, signUpDay, 5)
  return {
    email: emailOf(demo, person),
    name,
    plan: account.plan,
    industry: account.industry,
    job,
    createdAt: new Date(createdAt).toISOString(),
    ...(refusesConsent && { consent: false }),
  }
}

function upgradeOf(demo: Demo, person: DemoPerson, day: number): CanonicalEvent[] {
  const at = instantIn(demo.calendar, day, 0.99)
  const { index, account } = person
  const to = account.plan === 'starter' ? 'team' : 'business'
  const said = { userId: userIdOn(person, day) }
  return [
    demoEvent(`demo-upgrade-${index}`, 'outcome', 'outcome:upgrade', at, { from: account.plan, to }, said),
    demoEvent(`demo-plan-${index}`, 'identify', 'identify', at, { plan: to }, said),
  ]
}
