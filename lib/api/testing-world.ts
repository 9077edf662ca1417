import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { post } from '@/lib/ingest/testing-calls'
import { taskList } from '@/lib/jobs/registry'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { respond } from '@/lib/server/route'
import { makeApiKey, makeWorkspace } from '@/lib/server/testing'
import { answerCall } from './answer-call'

export type Sent = {
  /** Of the parameters in the path. */
  params?: Record<string, string>
  query?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  raw?: string
  headers?: Record<string, string>
}

/** A workspace with a key, its events, and what the calls of a test have made in it so far. */
export type World = {
  workspace: Context['workspace']
  key: string
  call: (method: string, path: string, sent?: Sent) => Promise<Response>
  /** As `call`, for what must succeed: its JSON. */
  ask: <Answer>(method: string, path: string, sent?: Sent) => Promise<Answer>
  /** Sends events, as a site would. */
  send: (batch: readonly object[]) => Promise<void>
  /** Sends actions of contacts, all at once. */
  sendActions: (actions: readonly object[]) => Promise<void>
  /** Do the jobs that wait: all imports, the runs of a model with one batch of them, the rating of all contacts. */
  doImports: () => Promise<void>
  doRuns: (model: string, batch: string) => Promise<void>
  doRebuild: (run: string) => Promise<void>
  day: (back: number) => string
}

const dayMs = 86_400_000
const batchSize = 100

export const worldDocument = {
  kind: 'engagement',
  name: 'Product engagement',
  population: { excludeEmailDomains: ['example.org'] },
  behaviors: [
    { key: 'open', name: 'Opened', match: { events: ['App Opened'] }, weight: 1, measure: { type: 'days' } },
    { key: 'report', name: 'Ran a report', match: { events: ['Report Run'] }, weight: 3, cap: 20 },
  ],
}

/** Twelve people of three accounts over sixty days: the higher the number, the more they do. */
function messages(now: number) {
  const people = Array.from({ length: 12 }, (_, n) => n + 1)
  const at = (back: number) => new Date(now - back * dayMs).toISOString()
  return people.flatMap((n) => {
    const who = { userId: `u${n}` }
    const email = `u${n}@example.com`
    const days = Array.from({ length: 60 }, (_, day) => day + 1).filter((day) => (day * 7) % 13 < n)
    return [
      { type: 'identify', messageId: `i${n}`, ...who, traits: { email, plan: 'pro' }, timestamp: at(61) },
      { type: 'group', messageId: `g${n}`, ...who, groupId: `account-${n % 3}`, timestamp: at(60) },
      ...days.map((day) => ({
        ...{ type: 'track', messageId: `t${n}-${day}`, ...who, timestamp: at(day) },
        event: day % 3 === 0 ? 'Report Run' : 'App Opened',
        properties: { rows: day },
      })),
    ]
  })
}

function addressOf(pattern: string, { params = {}, query = {} }: Sent): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(query).toString()
  return `http://test/api/v1${filled}${search && `?${search}`}`
}

function caller(key: string): World['call'] {
  return (method, pattern, sent = {}) => {
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
    const headers = { authorization: `Bearer ${key}`, ...sent.headers }
    return respond(() => answerCall(new Request(addressOf(pattern, sent), { method, headers, body })))
  }
}

const handle = async (name: string, payload: object) => taskList[name]?.(payload, undefined as never)

async function doWaitingImports(workspaceId: string): Promise<void> {
  const waiting = await db().import.findMany({ where: { workspaceId, state: 'queued' } })
  for (const { id } of waiting) await handle('import-file', { importId: id })
}

/** Of a model: the runs on their own, then those that were asked for together, as these let the others go first. */
async function doWaitingRuns(modelId: string, batchId: string): Promise<void> {
  const alone = await db().run.findMany({ where: { modelId, batchId: null, state: 'queued' } })
  for (const { id } of alone) await handle('score-run', { runId: id })
  await handle('restate', { batchId })
}

function asker(call: World['call']): World['ask'] {
  return async <Answer>(method: string, pattern: string, sent?: Sent) => {
    const response = await call(method, pattern, sent)
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${method} ${pattern} answered ${response.status}: ${text}`)
    return JSON.parse(text) as Answer
  }
}

function sender(key: string): World['send'] {
  return async (batch) => {
    for (let from = 0; from < batch.length; from += batchSize) {
      const part = batch.slice(from, from + batchSize)
      const { json } = await post('batch', { key, body: { batch: part } })
      if (json.accepted !== part.length) throw new Error(`not everything was taken: ${JSON.stringify(json)}`)
    }
  }
}

function actionSender(key: string): World['sendActions'] {
  return async (actions) => {
    const { json } = await post('contacts/actions', { key, body: { actions } })
    if (json.accepted !== actions.length) throw new Error(`not everything was taken: ${JSON.stringify(json)}`)
  }
}

/** Everything through the doors: a source is made, events are sent with its key, jobs are done. */
export async function makeWorld(): Promise<World> {
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'gravitas-world-'))
  const workspace = await makeWorkspace()
  const key = await makeApiKey(workspace, 'owner')
  const call = caller(key)
  const ask = asker(call)
  const source = await ask<{ secret: string }>('POST', '/sources', { body: { name: 'Website' } })
  const send = sender(source.secret)
  const now = Date.now()
  await send(messages(now))
  return {
    workspace,
    key,
    call,
    ask,
    send,
    sendActions: actionSender(source.secret),
    doImports: () => doWaitingImports(workspace.id),
    doRuns: doWaitingRuns,
    doRebuild: async (runId) => void (await handle('rebuild-contacts', { runId })),
    day: (back) => new Date(now - back * dayMs).toISOString().slice(0, 10),
  }
}
