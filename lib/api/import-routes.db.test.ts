import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { respond } from '@/lib/server/route'
import { makeApiKey, makeWorkspace } from '@/lib/server/testing'
import { answerCall } from './answer-call'

const folder = mkdtempSync(path.join(tmpdir(), 'gravitas-import-routes-'))
const csv = 'user,event,time\nu1,opened,2026-02-10T10:00:00Z\n'

let key: string
beforeAll(async () => {
  process.env.DATA_DIR = folder
  key = await makeApiKey(await makeWorkspace(), 'editor')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function post(
  query: string,
  body: BodyInit,
): Promise<{ status: number; body: { id?: string; error?: { path: unknown } } }> {
  const request = new Request(`http://test/api/v1/imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body,
  })
  const response = await respond(() => answerCall(request))
  return { status: response.status, body: await response.json() }
}

const stored = () => readdirSync(path.join(folder, 'uploads')).length

test.each(['true', 'True', '1', ''])('dryRun=%s is a dry run', async (word) => {
  const { status, body } = await post(`?dryRun=${word}`, csv)
  expect(status).toBe(200)
  expect(await db().import.findUnique({ where: { id: body.id } })).toMatchObject({
    dryRun: true,
    state: 'queued',
  })
})

test.each([
  ['dryRun=maybe', ['dryRun']],
  ['kind=evnts', ['kind']],
  ['timeZone=Mars', ['timeZone']],
  ['assumeYear=soon', ['assumeYear']],
  ['mapping={', ['mapping']],
  ['mapping={"person":"user","event":"x","timestamp":"time"}', ['mapping', 'event']],
  ['drryRun=true', ['drryRun']],
])('%s is refused with its path, and no file stays behind', async (query, wrong) => {
  await post('?dryRun=true', csv)
  const before = stored()
  const { status, body } = await post(`?${query}`, csv)
  expect([status, body.error?.path]).toEqual([422, wrong])
  expect(stored()).toBe(before)
})

test('a form brings the file alone; a setting in it is refused, not passed over', async () => {
  const form = new FormData()
  form.set('file', new File([csv], 'log.csv'))
  const { status, body } = await post('', form)
  expect(status).toBe(200)
  expect(await db().import.findUnique({ where: { id: body.id } })).toMatchObject({ fileName: 'log.csv' })
  form.set('dryRun', 'true')
  expect(await post('', form)).toMatchObject({ status: 422, body: { error: { path: ['dryRun'] } } })
})

test('an empty body is no file', async () => {
  expect((await post('', '')).status).toBe(400)
})
