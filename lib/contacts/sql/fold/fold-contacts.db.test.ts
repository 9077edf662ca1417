import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '@/lib/engagement/testing'
import type { CountedPart } from '@/lib/scoring/contacts/score-contact'
import { type ContactScore, scoreContact, seenBefore } from '@/lib/scoring/contacts/score-contact'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { type SeenAction, markMachines } from '@/lib/scoring/contacts/machine-rules'
import { boundInstants } from '@/lib/warehouse/bound-instants'
import { startMerges, stopMerges } from '@/lib/warehouse/testing'
import { readHistories, type SeenHistory } from '../../contact-history'
import {
  AS_OF,
  DAY,
  anyContactCase,
  prepareContacts,
  storeContacts,
  type PreparedContacts,
  type StoredAction,
} from '../../testing-histories'
import { type ContactScope, foldContacts } from './fold-contacts'

const CASES = Number(process.env.PARITY_CASES ?? 40)
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

type Rating = {
  person_id: string
  /** Where several instants are asked for: which, in milliseconds. */
  point?: string
  score: number
  stars: number
  last_action: string
  last_action_at: string
  last_response_at: string | null
  counted: number
  bounces: number
  complaints: number
  unsubscribed: boolean
  reads: number
  machine_reads: number
  known_since: string
}

const everybody = { rangeFrom: '0', rangeTo: '18446744073709551615' }

type Question = { asOf: number; current: boolean; points?: readonly number[] }

/** By instant and person: now, at a past instant, or at several in one pass. */
async function ratings(one: PreparedContacts, scope: ContactScope, { asOf, current, points }: Question) {
  const { sql, params } = foldContacts({
    document: one.model,
    scope,
    asOf: new Date(asOf),
    current,
    hasMerges: one.hasMerges,
    points: points?.map((point) => new Date(point)),
  })
  const rows = await ask<Rating>(sql, boundInstants({ ...params, workspace: one.workspace }))
  const rated = new Map(rows.map((row) => [`${row.point ?? asOf} ${row.person_id}`, row]))
  expect(rated.size, one.workspace).toBe(rows.length)
  return rated
}

/** As the pure core rates it; null for nobody, who has no action that is seen. */
function expected(history: SeenHistory, model: ContactDocument, asOf: number, current: boolean) {
  const seen = current ? history : { ...history, ...seenBefore(history, asOf) }
  if (seen.actions.length === 0) return null
  const until = current ? Math.max(asOf, ...seen.actions.map(({ at }) => at + 1)) : asOf
  const actions = markMachines(seen.actions as readonly SeenAction[])
  return { actions, rating: scoreContact({ ...seen, actions }, model, until) }
}

const RESPONSES = ['read', 'click', 'forward', 'reply', 'profile_update', 'invite']
const iso = (at: number) => new Date(at).toISOString()

function facts({ rating, actions }: { rating: ContactScore; actions: readonly SeenAction[] }, since: number) {
  const newest = (some: (part: CountedPart) => boolean) => rating.counted.filter(some).at(-1)
  const count = (...names: string[]) => rating.counted.filter(({ action }) => names.includes(action)).length
  const opened = actions.filter(({ action }) => action === 'read' || action === 'click')
  const [standing] = actions
    .filter(({ action }) => action === 'subscribed' || action === 'unsubscribe')
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const response = newest(({ action }) => RESPONSES.includes(action))
  return {
    stars: rating.stars,
    last_action: newest(() => true)?.action ?? '',
    last_action_at: iso(newest(() => true)?.at ?? since),
    last_response_at: response ? iso(response.at) : null,
    counted: rating.counted.length,
    bounces: count('bounce_hard', 'bounce_soft'),
    complaints: count('complaint'),
    unsubscribed: standing?.action === 'unsubscribe',
    reads: opened.filter(({ machine }) => !machine).length,
    machine_reads: opened.filter(({ machine }) => machine).length,
    known_since: iso(since),
  }
}

beforeAll(() => stopMerges('events'))
afterAll(() => startMerges('events'))

test(
  `the warehouse rates contacts as the pure core does (${CASES} random models and lists, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const wanted = [
      'machine',
      'by-model',
      'later-one',
      'worse-bounce',
      'later-of-message',
      'subscribed-before',
    ]
    wanted.push('unread', 'implied', 'lifted', 'soon', 'burst', ...[1, 2, 3].map((stars) => `${stars} stars`))
    // Some seeds draw few of the rare kinds: a few more cases are compared then.
    for (let round = 0; round === 0 || (round < 10 && wanted.some((kind) => !met.has(kind))); round++)
      await compareCases(seed + round)
    expect([...met]).toEqual(expect.arrayContaining(wanted))
  },
)

async function compareCases(seed: number): Promise<void> {
  const drawn = fc.sample(anyContactCase, { numRuns: CASES, seed })
  const cases = await Promise.all(drawn.map(prepareContacts))
  await storeContacts(cases)
  const waiting = [...cases.entries()]
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await compare(...next)
  }
  await Promise.all([work(), work()])
}

test('an address that is scanned thousands of times within a second is rated as any other', async () => {
  const [messages, urls] = [['m1', 'm2', 'm3'] as const, ['a', 'b', 'c', 'd'] as const]
  const clicks = Array.from({ length: 2000 }, (_, n): StoredAction => ({
    at: AS_OF - DAY + Math.floor(n / 2),
    what: { kind: 'action', name: n % 10 === 0 ? 'delivered' : 'click' },
    properties: { messageId: messages[n % 3], url: urls[n % 4] },
    machine: false,
    identity: 0,
  }))
  const [model] = fc.sample(anyContactCase, { numRuns: 1, seed: 1 })
  if (!model) throw new Error('no case')
  const one = await prepareContacts({ ...model, contacts: [clicks] })
  await storeContacts([one])
  await compare(0, one)
})

/** What the cases have met, so that nothing is compared that never happens. */
const met = new Set<string>()

function note({ rating, actions }: { rating: ContactScore; actions: readonly SeenAction[] }) {
  for (const { why } of rating.notCounted) met.add(why.type)
  for (const { machineReason } of actions) {
    if (machineReason?.includes('after delivery')) met.add('soon')
    if (machineReason?.includes('links')) met.add('burst')
  }
  if (rating.counted.some(({ action }) => action === 'unread')) met.add('unread')
  if (rating.counted.some(({ implied }) => implied)) met.add('implied')
  if (rating.floor && rating.floor.lifts > 0) met.add('lifted')
  met.add(`${rating.stars} stars`)
}

async function compare(index: number, one: PreparedContacts) {
  const where = `case ${index} of seed ${seed}`
  const persons = [...one.histories.keys()]
  const read = await readHistories(one.workspace, one.model, persons)
  const past = [AS_OF, AS_OF - 9 * DAY, AS_OF - 40 * DAY]
  const questions: Question[] = [
    { asOf: AS_OF, current: true },
    index % 3 === 0
      ? { asOf: AS_OF - 9 * DAY, current: false }
      : { asOf: AS_OF, current: false, points: past },
  ]
  for (const question of questions) {
    const rated = await ratings(one, index % 2 === 0 ? everybody : { persons }, question)
    for (const asOf of question.points ?? [question.asOf])
      for (const [person, history] of one.histories) {
        const who = `${where}, person ${person}, ${question.current ? 'now' : iso(asOf)}`
        const wanted = expected(history, one.model, asOf, question.current)
        const row = rated.get(`${asOf} ${person}`)
        expect(row === undefined, who).toBe(wanted === null)
        rated.delete(`${asOf} ${person}`)
        if (!row || !wanted) continue
        note(wanted)
        const { score } = wanted.rating
        const apart = Math.abs(row.score - score)
        expect(apart, `${who}: ${row.score} and ${score}`).toBeLessThanOrEqual(1e-9 * Math.max(1, score))
        expect(row, who).toMatchObject(facts(wanted, history.knownSince ?? 0))

        const again = expected(read.get(person) ?? { actions: [] }, one.model, asOf, question.current)
        expect(again?.rating.score, `${who}, as read`).toBe(score)
      }
    expect([...rated.keys()], where).toEqual([])
  }
}
