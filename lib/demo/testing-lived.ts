import { getDraft, publishModel, putDraft, startRun } from '@/lib/models/operations'
import { restate } from '@/lib/engagement/restate'
import { scoreRun } from '@/lib/engagement/score-run'
import { newWorkspace } from '@/lib/engagement/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import { mergePerson, unmergePerson } from '@/lib/people/operations'
import { db } from '@/lib/server/db'
import { type Demo, makeDemo } from './make-demo'
import type { DemoPerson } from './people'
import { lateEvents, productEvents } from './product-events'
import { publishDemoModel } from './score-demo'
import { demoDay } from './testing'
import { type DemoSize, oddities } from './truth'
import { demoSource } from './write-pieces'

/** Its clocks change within the demo. */
const timeZone = 'Europe/Berlin'

const HOUR_MS = 3_600_000

type Made = Awaited<ReturnType<typeof newWorkspace>>

/** The instants at which a lived demo was scored. */
export type LivedPoints = {
  /** A Monday: within the week after it somebody's former id was joined. */
  joined: Date
  before: Date
  /** Restated afterwards: of the first of the two no counts were kept. */
  restated: readonly [Date, Date]
  week: Date
  end: Date
}

function pointsOf({ calendar, people }: Demo): LivedPoints {
  const { days, weekday, midnights } = calendar
  const aliased = people.flatMap(({ formerId, signUpDay }) => (formerId ? [signUpDay + oddities.aliased.afterDays] : [])) // prettier-ignore
  const newest = Math.max(...aliased.filter((day) => day < days - 28))
  const at = (day: number) => new Date(midnights[day] ?? 0)
  return {
    joined: at(newest - weekday(newest)),
    before: at(days - 28),
    restated: [at(days - 21), at(days - 14)],
    week: at(days - 7),
    end: at(days),
  }
}

/** Four who are there all the time and in no way odd. */
function plainOnes({ people, activity, calendar }: Demo): DemoPerson[] {
  const isPlain = (one: DemoPerson) => !one.formerId && !one.visitorId && !one.sharedBrowser && !one.isLate && !one.refusesConsent && !one.isStaff && one.claimsEmailOf === null // prettier-ignore
  const stays = ({ index, signUpDay }: DemoPerson) =>
    signUpDay < calendar.days - 120 && activity.leftOn[index] === calendar.days
  return people.filter((one) => isPlain(one) && stays(one)).slice(0, 4)
}

/**
 * A demo that came in as it happened, and was scored as time went on: at each point the runs know what had come in by
 * then. Late events come in after the point of `week`; two pairs of people are merged by hand after that of `before`,
 * and one of them is taken apart again after that of `week`. Two weeks are restated at the end of it all.
 */
export async function livedDemo(size: DemoSize) {
  const demo = makeDemo(demoDay, timeZone, size)
  const made = await newWorkspace({ timeZone })
  const points = pointsOf(demo)
  const events = [...productEvents(demo, 100_000)].flatMap((piece) => piece.events)
  const write = (from: Date | null, to: Date) =>
    writeEvents(
      made.id,
      demoSource,
      events.filter(({ occurredAt }) => occurredAt < to && (!from || occurredAt >= from)),
      to,
    )

  await write(null, points.joined)
  const model = await publishDemoModel(made.id, demo.calendar, hoursAfter(points.joined, 1))
  const first = await db().run.findFirstOrThrow({ where: { modelId: model, batchId: null } })
  await scoreRun({ runId: first.id }, () => hoursAfter(points.joined, 1))
  // The year behind it is not asked for here.
  await db().run.deleteMany({ where: { modelId: model, state: 'queued' } })

  await write(points.joined, points.before)
  await score(made, model, points.before)
  const plain = plainOnes(demo).map(({ userId }) => userId)
  const byHand = { merged: plain.slice(0, 2), separated: plain.slice(2, 4) }
  const owner = (at: Date) => made.contextOf('owner', at)
  for (const [id = '', into = ''] of [byHand.merged, byHand.separated])
    await mergePerson(owner(points.restated[0]), { id, into })
  await write(points.before, points.week)
  await score(made, model, points.week)
  await unmergePerson(owner(hoursAfter(points.week, 30)), { id: byHand.separated[0] ?? '' })
  await writeEvents(made.id, demoSource, lateEvents(demo), points.end)
  await write(points.week, points.end)
  await score(made, model, points.end)
  await restateBetween(made, model, points.restated, hoursAfter(points.end, 2))
  return {
    ...made,
    demo,
    timeZone,
    model,
    points,
    byHand,
    publishAgain: () => publishAgain(made, model, hoursAfter(points.end, 3)),
    /** By the newest version. */
    scoreAgain: (asOf: Date) => score(made, model, asOf, hoursAfter(points.end, 4)),
  }
}

const hoursAfter = (date: Date, hours: number) => new Date(date.getTime() + hours * HOUR_MS)

async function score(
  { contextOf }: Made,
  model: string,
  asOf: Date,
  at = hoursAfter(asOf, 1),
): Promise<void> {
  const { id } = await startRun(contextOf('editor', at), { id: model, asOf: asOf.toISOString() })
  await scoreRun({ runId: id }, () => at)
}

async function restateBetween(
  { contextOf }: Made,
  model: string,
  [from, to]: readonly [Date, Date],
  at: Date,
) {
  const between = { from: from.toISOString(), to: to.toISOString(), every: 'week' } as const
  const { id } = await startRun(contextOf('editor', at), { id: model, ...between })
  await restate({ batchId: id }, () => at)
}

type Draft = { behaviors: { key: string }[]; normalisation: object; lifecycle: object }

/**
 * A second version, scored at the end: reports count otherwise, people are compared with each other, and are new for so
 * long that these have people of their own to be compared with.
 */
async function publishAgain({ contextOf }: Made, model: string, at: Date): Promise<void> {
  const context = contextOf('editor', at)
  const { document, etag } = await getDraft(context, { id: model })
  const { behaviors, normalisation, lifecycle } = document as Draft
  const next = {
    ...document,
    behaviors: behaviors.map((one) => (one.key === 'report' ? { ...one, weight: 2, cap: 12 } : one)),
    normalisation: { ...normalisation, reference: { type: 'rolling' } },
    lifecycle: { ...lifecycle, stages: [{ key: 'new', untilDay: 75 }, { key: 'established' }] },
  }
  await putDraft(context, { id: model, document: next, ifMatch: etag })
  const { runId } = await publishModel(context, { id: model })
  await scoreRun({ runId }, () => at)
}
