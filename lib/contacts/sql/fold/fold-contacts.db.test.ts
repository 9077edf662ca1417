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
} from '../../testing-histories'
import { type ContactScope, foldContacts } from './fold-contacts'

const CASES = 150
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

type Rating = {
  person_id: string
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

async function ratings(one: PreparedContacts, scope: ContactScope, asOf: number, current: boolean) {
  const { sql, params } = foldContacts({
    document: one.model,
    scope,
    asOf: new Date(asOf),
    current,
    hasMerges: one.hasMerges,
  })
  const rows = await ask<Rating>(sql, boundInstants({ ...params, workspace: one.workspace }))
  expect(new Set(rows.map(({ person_id }) => person_id)).size).toBe(rows.length)
  return new Map(rows.map((row) => [row.person_id, row]))
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

const everybody = { rangeFrom: '0', rangeTo: '18446744073709551615' }

test(
  `the warehouse rates contacts as the pure core does (${CASES} random models and lists, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const drawn = fc.sample(anyContactCase, { numRuns: CASES, seed })
    const cases = await Promise.all(drawn.map(prepareContacts))
    await storeContacts(cases)
    for (const [index, one] of cases.entries()) {
      const where = `case ${index} of seed ${seed}`
      const persons = [...one.histories.keys()]
      const read = await readHistories(one.workspace, one.model, persons)
      const instants = [
        { asOf: AS_OF, current: true },
        { asOf: AS_OF, current: false },
        { asOf: AS_OF - 40 * DAY, current: false },
      ]
      for (const { asOf, current } of instants) {
        const scope = index % 2 === 0 ? everybody : { persons }
        const rated = await ratings(one, scope, asOf, current)
        for (const [person, history] of one.histories) {
          const who = `${where}, person ${person}, ${current ? 'now' : iso(asOf)}`
          const wanted = expected(history, one.model, asOf, current)
          const row = rated.get(person)
          expect(row === undefined, who).toBe(wanted === null)
          rated.delete(person)
          if (!row || !wanted) continue
          expect(Math.abs(row.score - wanted.rating.score), `${who}: ${row.score} and ${wanted.rating.score}`)
            .toBeLessThanOrEqual(1e-9 * Math.max(1, wanted.rating.score)) // prettier-ignore
          expect(row, who).toMatchObject(facts(wanted, history.knownSince ?? 0))

          const again = expected(read.get(person) ?? { actions: [] }, one.model, asOf, current)
          expect(again?.rating.score, `${who}, as read`).toBe(wanted.rating.score)
        }
        expect([...rated.keys()], where).toEqual([])
      }
    }
  },
)
