import { expect, test } from 'vitest'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { blankDocument } from './blank-document'
import { readDocument } from './read-document'

test('a few events are a valid model, each with a key of its own', () => {
  const parsed = parseEngagementDocument(
    blankDocument(' Mine ', ['Report Run', 'report_run', '!'], '2026-03-02'),
  )
  if (!parsed.ok) throw new Error(parsed.message)
  expect(parsed.notes).toEqual([])
  expect(parsed.document.name).toBe('Mine')
  expect(parsed.document.behaviors.map(({ key }) => key)).toEqual(['report-run', 'report-run-2', 'behavior'])
})

test('a text is read as an object of JSON, or it says why not', () => {
  expect(readDocument('{"kind":"engagement"}')).toEqual({ ok: true, document: { kind: 'engagement' } })
  expect(readDocument('[1]')).toMatchObject({ ok: false, message: expect.stringContaining('is an object') })
  expect(readDocument('{"kind":')).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^This is not JSON: ./),
  })
})
