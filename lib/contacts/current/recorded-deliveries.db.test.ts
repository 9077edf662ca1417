import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { batcher } from '@/lib/ingest/batcher'
import type { Provider } from '@/lib/ingest/esp/providers'
import { asBelieved, recordings, secretOf, sentAt, testTopic } from '@/lib/ingest/esp/testing-recordings'
import { testOutside } from '@/lib/ingest/esp/testing-senders'
import { haveData, withData } from '@/lib/ingest/files/testing-data'
import { receiveProviderDelivery } from '@/lib/ingest/receive-provider-delivery'
import { newWorkspace } from '@/lib/ingest/testing'
import { db } from '@/lib/server/db'
import { createProviderSource, findProviderSource } from '@/lib/sources/providers/data'
import { publishAndRate, publishModel, storedChanges, storedScores } from './testing-current'
import { rebuildContacts } from './rebuild-contacts'

const ways = { ...testOutside, confirm: () => Promise.resolve(), queue: batcher() }

describe.skipIf(!haveData)(withData('the recorded requests of all providers'), () => {
  test('posted shuffled and twice change no score', async () => {
    const { workspaceId } = await newWorkspace()
    const { modelId, versionId } = await publishAndRate(workspaceId)
    const sources = new Map<Provider, string>()
    const post = async (round: number) => {
      const orderOf = (name: string) => hash('sha256', `${round} ${name}`, 'hex')
      for (const recording of recordings.toSorted((a, b) => (orderOf(a.name) < orderOf(b.name) ? -1 : 1))) {
        const { provider } = recording
        const given = { provider, name: 'Theirs', secret: secretOf(provider), createdBy: 'Test' }
        const id = sources.get(provider) ?? (await createProviderSource(workspaceId, given))
        if (!sources.has(provider) && provider === 'amazon_ses')
          await db().providerSource.update({ where: { id }, data: { topicArn: testTopic } })
        sources.set(provider, id)
        const found = await findProviderSource(id)
        if (!found) throw new Error(provider)
        const at = await sentAt(recording)
        expect((await receiveProviderDelivery(found, asBelieved(recording), at, ways)).outcome).toBe('ok')
      }
    }
    await post(1)
    const once = await storedScores(workspaceId, versionId)
    const changes = (await storedChanges(workspaceId)).length
    expect(Object.keys(once).length).toBeGreaterThan(10)
    await post(2)
    expect(await storedScores(workspaceId, versionId)).toEqual(once)
    expect((await storedChanges(workspaceId)).length).toBe(changes)

    // In whatever order they came, everybody is rated as if they were read at once.
    const again = await publishModel(workspaceId, {}, modelId)
    await rebuildContacts({ runId: again.runId })
    const rebuilt = await storedScores(workspaceId, again.versionId)
    expect(Object.keys(rebuilt)).toEqual(Object.keys(once))
    for (const [who, { score }] of Object.entries(once)) expect(rebuilt[who]?.score).toBeCloseTo(score, 9)
  }, 240_000)
})
