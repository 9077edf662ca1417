import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { newWorkspace, storeTraits } from '@/lib/engagement/testing'
import { monday, storeModel, storeSnapshot } from '@/lib/engagement/testing-snapshots'
import { db } from '@/lib/server/db'
import { atRiskFile } from './at-risk-file'

async function scored(count = 0) {
  const workspace = await newWorkspace()
  const model = await storeModel(workspace.id)
  const people = [
    { identity: 'user:kim', score: 12.5, raw: -3, account: '=HYPERLINK("x")' },
    { identity: 'user:+leo', score: 3, account: 'acme' },
    { identity: 'user:ada', score: 20 },
    { identity: 'user:old', state: 'dormant' as const },
    ...Array.from({ length: count }, (_, n) => ({ identity: `user:n${n}`, score: 15 })),
  ]
  await storeSnapshot({ ...model, asOf: monday(0), people })
  return { ...workspace, ...model }
}

test('the lowest tier is a file with score, account, last activity, date and version, and nothing to run', async () => {
  const { id, contextOf, modelId } = await scored()
  await storeTraits([{ workspace: id, identity: 'user:kim', key: 'email', value: 'kim@example.com' }])
  const response = await atRiskFile(contextOf('success'), modelId)
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="at-risk-2026-06-15.csv"')
  const rows = parse(await response.text(), { columns: true }) as Record<string, string>[]
  const at = monday(0).toISOString()
  expect(rows).toEqual([
    {
      person: `'+leo`,
      email: '',
      name: '',
      account: 'acme',
      score: '3',
      raw: '3',
      tier: 'at-risk',
      stage: 'established',
      'last activity': at,
      'as of': at,
      version: '1',
    },
    expect.objectContaining({
      person: 'kim',
      email: 'kim@example.com',
      account: `'=HYPERLINK("x")`,
      score: '12.5',
      raw: '-3',
    }),
  ])
})

test('a list longer than a page is whole', async () => {
  const { contextOf, modelId } = await scored(5200)
  const rows = parse(await (await atRiskFile(contextOf(), modelId)).text(), { columns: true }) as {
    person: string
  }[]
  expect(rows).toHaveLength(5202)
  expect(new Set(rows.map(({ person }) => person)).size).toBe(5202)
})

test('who sees people masked gets no file; who gets one is in the audit', async () => {
  const { id, contextOf, modelId } = await scored()
  await expect(atRiskFile(contextOf('viewer'), modelId)).rejects.toMatchObject({ code: 'forbidden' })
  await (await atRiskFile(contextOf('editor'), modelId)).text()
  const audited = await db().auditEntry.findMany({
    where: { workspaceId: id, operation: 'exports.at-risk' },
  })
  expect(audited).toMatchObject([
    { actor: 'editor@example.org', subject: { id: modelId, tier: 'at-risk', version: 1 } },
  ])
})

test('a model of another workspace has no file', async () => {
  const { modelId } = await scored()
  const { contextOf } = await newWorkspace()
  await expect(atRiskFile(contextOf(), modelId)).rejects.toMatchObject({ code: 'not_found' })
})
