import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { ratedWorkspace, storeRatings, daysBefore } from '@/lib/contacts/testing-stored-ratings'
import { db } from '@/lib/server/db'
import { contactsFile } from './contacts-file'

let rated: Awaited<ReturnType<typeof ratedWorkspace>>

beforeAll(async () => {
  rated = await ratedWorkspace()
  await storeRatings(rated, [
    { identity: 'email:ada@example.org', score: 12.5, lastResponseAt: daysBefore(1) },
    { identity: 'email:=cmd@example.org', score: 9.25, lastAction: 'profile_update' },
    { identity: 'email:bob@example.org', score: 1, bounces: 1, lastAction: 'bounce_hard' },
  ])
})

async function rowsOf(asked: Parameters<typeof contactsFile>[1]) {
  const response = await contactsFile(rated.contextOf('success'), asked)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  return parse(await response.text(), { columns: true }) as Record<string, string>[]
}

describe('the file of contacts', () => {
  test('has score, stars, last action and the reason of everybody in the list', async () => {
    const [row, ...rest] = await rowsOf({ list: 'remove' })
    expect(rest).toEqual([])
    expect(row).toEqual({
      contact: 'email:bob@example.org',
      email: 'bob@example.org',
      name: '',
      score: '1',
      stars: '1',
      'last action': 'bounce hard',
      'last action at': daysBefore(3).toISOString(),
      'last response at': '',
      bounces: '1',
      complaints: '0',
      unsubscribed: 'no',
      reason: '1★ with 1 bounce',
    })
  })

  test('says of a list that is asked for by stars why they have them, and holds nothing that a spreadsheet runs', async () => {
    const rows = await rowsOf({ stars: '5' })
    expect(rows.map(({ email, reason }) => [email, reason])).toEqual([
      ['ada@example.org', '5★: a score above 9'],
      ["'=cmd@example.org", '5★: a score above 9'],
    ])
  })

  test('is called by what is in it, and the audit has who took what', async () => {
    const response = await contactsFile(rated.contextOf('admin'), { list: 'loyal' })
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="contacts-loyal-2026-06-15.csv"',
    )
    await response.text()
    const entry = await db().auditEntry.findFirst({
      where: { workspaceId: rated.id, operation: 'exports.contacts' },
      orderBy: { at: 'desc' },
    })
    expect(entry).toMatchObject({
      actor: 'admin@example.org',
      subject: { list: 'loyal', version: 1, contacts: 2 },
    })
  })

  test('is not for those who see people masked', async () => {
    await expect(contactsFile(rated.contextOf('viewer'), {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})
