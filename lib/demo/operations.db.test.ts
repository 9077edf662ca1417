import { expect, test } from 'vitest'
import { trackEvent } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import { contextOf, makeWorkspace } from '@/lib/server/testing'
import { cancelDemo, getDemo, loadDemo } from './operations'
import { demoSource } from './write-pieces'

test('an empty workspace may take the demo, once', async () => {
  const owner = contextOf(await makeWorkspace())
  expect(await getDemo(owner, {})).toEqual({ load: null, mayLoad: true })
  expect(await loadDemo(owner, {})).toMatchObject({ load: { state: 'queued', events: 0 }, mayLoad: false })
  await expect(loadDemo(owner, {})).rejects.toThrow('already, or on its way')
})

test('a load that waits is cancelled at once, and may be asked for again', async () => {
  const owner = contextOf(await makeWorkspace())
  await expect(cancelDemo(owner, {})).rejects.toMatchObject({ code: 'conflict' })
  await loadDemo(owner, {})
  expect(await cancelDemo(owner, {})).toMatchObject({ load: { state: 'cancelled' }, mayLoad: true })
  expect(await loadDemo(owner, {})).toMatchObject({ load: { state: 'queued' } })
})

test('a workspace with events of its own refuses the demo', async () => {
  const owner = contextOf(await makeWorkspace())
  await writeEvents(owner.workspace.id, demoSource, [trackEvent('one')], new Date())
  expect(await getDemo(owner, {})).toEqual({ load: null, mayLoad: false })
  await expect(loadDemo(owner, {})).rejects.toMatchObject({ code: 'conflict' })
})
