import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { seal, unseal } from '@/lib/server/sealed'
import { eventsBySource } from '../sql/events-by-source'
import * as data from './data'
import { publicKeyOf } from '@/lib/ingest/esp/public-key-signature'
import { wordsOf } from './provider-words'
import * as schema from './schema'
import { trySource } from './try-source'
import { webhookUrl } from './webhook-url'

const notFound = () => new AppError('not_found', 'There is no such provider in use.')

export const listProviders = operation({
  name: 'providers.list',
  permission: 'sources:read',
  input: schema.listProvidersSchema,
  output: schema.providersPageSchema,
  run: async ({ workspace, now }, page) => {
    const [sources, counts, brought] = await Promise.all([
      data.listProviderSources(workspace.id),
      data.countDeliveries({ workspaceId: workspace.id }, data.sinceOfDeliveries(now)),
      eventsBySource({ workspace: workspace.id }),
    ])
    const items = sources.map((source): schema.ProviderItem => {
      const { id, name, topicArn, createdBy, createdAt, disabledAt, lastDeliveryAt } = source
      const provider = schema.providerSchema.shape.provider.parse(source.provider)
      const own = counts.filter((count) => count.sourceId === id)
      const sum = (of: (count: (typeof own)[number]) => number) =>
        own.reduce((total, count) => total + of(count), 0)
      return {
        ...{ id, provider, name, topicArn, createdBy, createdAt, disabledAt, lastDeliveryAt },
        url: webhookUrl(provider, id),
        hasSecret: source.secret !== null,
        events: brought.find(({ sourceId }) => sourceId === id)?.accepted ?? 0,
        accepted: sum(({ accepted }) => accepted),
        duplicates: sum(({ duplicates }) => duplicates),
        failures: sum(({ isFailure, deliveries }) => (isFailure ? deliveries : 0)),
      }
    })
    return pageOfList(items, ({ id }) => id, page)
  },
})

/** Connects a provider. Where it sends any secret it is given, one is made, and the address carries it. */
export const createProvider = operation({
  name: 'providers.create',
  permission: 'sources:manage',
  input: schema.createProviderSchema,
  output: schema.createdProviderSchema,
  run: async ({ workspace, actor }, { provider, name, secret: given }) => {
    const kind = wordsOf(provider).secret
    const secret = given || (kind === 'shared secret' ? randomBytes(24).toString('base64url') : null)
    refuseUnreadable(kind, secret)
    const createdBy = actor.label
    const id = await data.createProviderSource(workspace.id, { provider, name, secret, createdBy })
    const isInAddress = secret !== null && (kind === 'shared secret' || kind === 'none')
    return { id, url: webhookUrl(provider, id, isInAddress ? secret : undefined) }
  },
  audit: ({ provider, name }, { id }) => ({ id, provider, name }),
})

/** Gives a provider another secret, or the one that it showed only after its webhook was made. */
export const setSecret = operation({
  name: 'providers.set-secret',
  permission: 'sources:manage',
  input: schema.setSecretSchema,
  output: schema.providerIdSchema,
  audit: ({ id }) => ({ id }),
  run: async ({ workspace }, { id, secret }) => {
    const source = await data.findProviderSource(id, workspace.id)
    if (!source) throw notFound()
    refuseUnreadable(wordsOf(source.provider).secret, secret)
    if (!(await data.setProviderSecret(workspace.id, id, secret))) throw notFound()
    return { id }
  },
})

export const disableProvider = operation({
  name: 'providers.disable',
  permission: 'sources:manage',
  input: schema.providerIdSchema,
  output: schema.providerIdSchema,
  audit: (input) => input,
  run: async ({ workspace, now }, { id }) => {
    if (!(await data.disableProviderSource(workspace.id, id, now))) throw notFound()
    return { id }
  },
})

const placeSchema = z.strictObject({ receivedAt: z.coerce.date(), id: z.uuid() })

/** What a provider delivered, newest first; kept thirty days. */
export const listDeliveries = operation({
  name: 'providers.deliveries',
  permission: 'sources:read',
  input: schema.deliveriesSchema,
  output: schema.deliveriesPageSchema,
  run: async ({ workspace, now }, { id, cursor, limit }): Promise<schema.DeliveriesPage> => {
    if (!(await data.hasProviderSource(workspace.id, id)))
      throw new AppError('not_found', 'There is no such provider.')
    const before = cursor === undefined ? null : unseal(placeSchema, cursor, 'cursor')
    const since = data.sinceOfDeliveries(now)
    const [rows, counts, others] = await Promise.all([
      data.listDeliveries(id, limit, before),
      data.countDeliveries({ workspaceId: workspace.id, id }, since),
      data.countOthers(id, since),
    ])
    const last = rows.length === limit ? rows.at(-1) : undefined
    const othersOf = (wanted: 'ignored' | 'unknown') =>
      Object.fromEntries(
        others.flatMap(({ what, key, events }) => (what === wanted ? [[key, events] as const] : [])),
      )
    return {
      items: rows.map(({ sourceId: _, body, ...row }) => ({
        ...row,
        outcome: row.outcome as schema.DeliveryOutcome,
        ignored: row.ignored as Record<string, number>,
        unknown: row.unknown as Record<string, number>,
        body: body && Buffer.from(body).toString('utf8'),
      })),
      nextCursor: last ? seal({ receivedAt: last.receivedAt, id: last.id }) : null,
      totals: {
        outcomes: outcomesOf(counts),
        accepted: counts.reduce((sum, { accepted }) => sum + accepted, 0),
        duplicates: counts.reduce((sum, { duplicates }) => sum + duplicates, 0),
        ignored: othersOf('ignored'),
        unknown: othersOf('unknown'),
      },
    }
  },
})

/** Sends a made delivery through the same checks; its action is not counted. */
export const testProvider = operation({
  name: 'providers.test',
  permission: 'sources:manage',
  input: schema.providerIdSchema,
  output: schema.triedSchema,
  run: async ({ workspace, now }, { id }) => {
    const source = await data.findProviderSource(id, workspace.id)
    if (!source) throw notFound()
    return trySource(source, now)
  },
  audit: ({ id }, { outcome }) => ({ id, outcome }),
})

function outcomesOf(counts: readonly { outcome: schema.DeliveryOutcome; deliveries: number }[]) {
  const of = (outcome: schema.DeliveryOutcome) =>
    counts.reduce((sum, count) => sum + (count.outcome === outcome ? count.deliveries : 0), 0)
  return {
    ok: of('ok'),
    signature: of('signature'),
    stale: of('stale'),
    malformed: of('malformed'),
    challenge: of('challenge'),
  }
}

function refuseUnreadable(kind: string, secret: string | null): void {
  if (kind !== 'public key' || secret === null || publicKeyOf(secret)) return
  throw new AppError('invalid', 'secret: this is no public key, neither PEM nor its base64.', ['secret'])
}
