import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask } from '@/lib/engagement/testing'
import { markMachines } from '@/lib/scoring/contacts/machine-rules'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { boundInstants } from '@/lib/warehouse/bound-instants'
import { contactFacts } from './contact-facts'
import { foldContacts } from './sql/fold/fold-contacts'
import { AS_OF, anyContactCase, prepareContacts, storeContacts } from './testing-histories'

const CASES = 30
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)
const everybody = { rangeFrom: '0', rangeTo: '18446744073709551615' }

type Row = {
  person_id: string
  last_action: string
  last_action_at: string
  last_response_at: string | null
  bounces: number
  complaints: number
  unsubscribed: boolean
}

test(`a contact says of itself what its row in the list says (${CASES} random models and lists, seed ${seed})`, async () => {
  const cases = await Promise.all(fc.sample(anyContactCase, { numRuns: CASES, seed }).map(prepareContacts))
  await storeContacts(cases)
  let compared = 0
  for (const { model, workspace, histories, hasMerges } of cases) {
    const fold = foldContacts({
      document: model,
      scope: everybody,
      asOf: new Date(AS_OF),
      current: true,
      hasMerges,
    })
    for (const row of await ask<Row>(fold.sql, boundInstants({ ...fold.params, workspace }))) {
      const history = histories.get(row.person_id)
      if (!history) throw new Error('somebody who has done nothing was rated')
      const marked = { ...history, actions: markMachines(history.actions) }
      const until = Math.max(AS_OF, ...history.actions.map(({ at }) => at + 1))
      expect(contactFacts(marked, scoreContact(marked, model, until)), row.person_id).toEqual({
        lastAction: row.last_action,
        lastActionAt: new Date(row.last_action_at),
        lastResponseAt: row.last_response_at === null ? null : new Date(row.last_response_at),
        bounces: row.bounces,
        complaints: row.complaints,
        unsubscribed: row.unsubscribed,
      })
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(CASES)
})
