import { beforeAll, describe, expect, test } from 'vitest'
import { newWorkspace, storeEvents } from '@/lib/engagement/testing'
import { loadHash64 } from '@/lib/ingest/hash64'
import { warehouse } from '@/lib/warehouse/client'
import { contactsOverview } from './operations'
import { RATED_AT, daysBefore, ratedWorkspace, storePoint, storeRatings } from './testing-stored-ratings'

const email = (name: string) => `email:${name}@example.org`
const since = daysBefore(7, 12)

let rated: Awaited<ReturnType<typeof ratedWorkspace>>

beforeAll(async () => {
  rated = await ratedWorkspace()
  await storeRatings(rated, [
    { identity: email('rose'), score: 9.5, machineReads: 2 },
    { identity: email('fell'), score: 1.9, bounces: 1 },
    { identity: email('same'), score: 4 },
    { identity: email('edge'), score: 3 },
    { identity: email('came'), score: 2 },
  ])
  await storePoint(rated, since, [
    { identity: email('rose'), score: 4 },
    { identity: email('fell'), score: 5.5 },
    { identity: email('same'), score: 3.5 },
    { identity: email('edge'), score: 2.5 },
  ])
  for (const days of [14, 15, 21]) {
    await storePoint(rated, daysBefore(days, 12), [{ identity: email('same'), score: days / 4 }])
  }
  await storePoint(rated, daysBefore(28, 12), [])
  await storeEvents([
    {
      workspace: rated.id,
      identity: email('fell'),
      kind: 'action',
      name: 'bounce_hard',
      at: daysBefore(3).getTime(),
    },
  ])
  const hash = await loadHash64()
  await warehouse().insert({
    table: 'rating_changes',
    format: 'JSONEachRow',
    values: [
      {
        workspace_id: rated.id,
        model_id: rated.model,
        version_id: rated.version,
        person_id: String(hash(email('rose'))),
        changed_at: daysBefore(2).toISOString(),
        stars_before: 3,
        stars_after: 5,
        score_before: 4,
        score_after: 9.5,
        cause: 'merge',
        cause_event: '',
        cause_at: null,
      },
    ],
  })
})

describe('the overview of contacts', () => {
  test('counts stars, who is near a cut and who is in each list', async () => {
    const overview = await contactsOverview(rated.contextOf('viewer'), {})
    expect(overview).toMatchObject({
      ratedBy: { model: { id: rated.model }, version: 1, asOf: RATED_AT },
      rebuilding: null,
      contacts: 5,
      stars: [1, 2, 1, 0, 1],
      cuts: [2, 3, 5, 9],
    })
    expect(overview.nearCuts).toEqual({
      within: 0.25,
      cuts: [
        { stars: 2, from: 2, below: 1, above: 1 },
        { stars: 3, from: 3, below: 1, above: 0 },
        { stars: 4, from: 5, below: 0, above: 0 },
        { stars: 5, from: 9, below: 0, above: 0 },
      ],
    })
    expect(overview.lists).toEqual([
      { list: 'loyal', contacts: 1 },
      { list: 'top', contacts: 5 },
      { list: 'risen', contacts: 0 },
      { list: 're-engage', contacts: 2 },
      { list: 'dormant', contacts: 0 },
      { list: 'remove', contacts: 1 },
    ])
    expect(overview.machines).toMatchObject({ reads: 17, machineReads: 2, contacts: 1 })
  })

  test('tells what a week changed: who rose, fell and came, from which stars to which, and by what', async () => {
    const { week } = await contactsOverview(rated.contextOf('owner'), {})
    expect(week).toMatchObject({
      since,
      rose: 1,
      fell: 1,
      came: 1,
      matrix: [
        [0, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 1, 0, 1],
        [1, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    })
    expect(week?.movers).toEqual([
      {
        personId: email('rose'),
        email: 'rose@example.org',
        name: null,
        before: { score: 4, stars: 3 },
        after: { score: 9.5, stars: 5 },
        cause: 'merged with another contact',
      },
      {
        personId: email('fell'),
        email: 'fell@example.org',
        name: null,
        before: { score: 5.5, stars: 4 },
        after: { score: 1.9, stars: 1 },
        cause: 'hard bounce, 12 Jun 2026',
      },
    ])
  })

  test('says of how many the stars would be others had machines counted', async () => {
    const other = await ratedWorkspace()
    await storeRatings(other, [
      { identity: email('scanned'), score: 2, machineReads: 1 },
      { identity: email('person'), score: 2 },
    ])
    const at = daysBefore(3).getTime()
    const action = { workspace: other.id, kind: 'action', properties: { messageId: 'm1' } }
    await storeEvents([
      { ...action, identity: email('scanned'), name: 'delivered', at },
      { ...action, identity: email('scanned'), name: 'click', at: at + 1000 },
      { ...action, identity: email('person'), name: 'delivered', at },
    ])
    const { machines } = await contactsOverview(other.contextOf('owner'), {})
    expect(machines).toEqual({ reads: 7, machineReads: 1, contacts: 1, changed: 1 })
  })

  test('names nobody to a viewer', async () => {
    await contactsOverview(rated.contextOf('owner'), {})
    const overview = await contactsOverview(rated.contextOf('viewer'), {})
    expect(JSON.stringify(overview)).not.toContain('example')
    expect(overview.week?.movers[0]?.personId).toBe('email:r•••@e•••')
  })

  test('shows one point a week since there are contacts, the oldest first, and what is now as the last', async () => {
    const { overTime } = await contactsOverview(rated.contextOf('owner'), {})
    expect(overTime).toEqual([
      { asOf: daysBefore(21, 12), contacts: 1, stars: [0, 0, 0, 1, 0] },
      { asOf: daysBefore(14, 12), contacts: 1, stars: [0, 0, 1, 0, 0] },
      { asOf: since, contacts: 4, stars: [0, 1, 2, 1, 0] },
      { asOf: RATED_AT, contacts: 5, stars: [1, 2, 1, 0, 1] },
    ])
  })
})

describe('before there is anything to show', () => {
  test('without a published contact model it is empty, and says so', async () => {
    const { contextOf } = await newWorkspace()
    const overview = await contactsOverview(contextOf('viewer'), {})
    expect(overview).toMatchObject({ ratedBy: null, rebuilding: null, contacts: 0, week: null, overTime: [] })
  })

  test('while everybody is being rated it says how far that is', async () => {
    const other = await ratedWorkspace({ state: 'running', progress: 0.5 })
    expect(await contactsOverview(other.contextOf('viewer'), {})).toMatchObject({
      ratedBy: { version: 1 },
      rebuilding: { runId: other.run, progress: 0.5 },
      contacts: 0,
    })
  })

  test('of a workspace without contacts it has only noughts', async () => {
    const other = await ratedWorkspace()
    expect(await contactsOverview(other.contextOf('viewer'), {})).toMatchObject({
      contacts: 0,
      stars: [0, 0, 0, 0, 0],
      week: null,
      machines: { reads: 0, machineReads: 0, contacts: 0, changed: 0 },
    })
  })

  test('a model that is not one of contacts, or not here, is not found', async () => {
    const other = await ratedWorkspace()
    await expect(contactsOverview(rated.contextOf('owner'), { model: other.model })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
