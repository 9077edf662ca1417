import { expect, test } from 'vitest'
import { stagePeopleInWords } from './stage-people'

const stage = (key: string, people: number, baseline: string[]) => ({ key, people, baseline, highest: null })
const own = { ownBaseline: true, frozen: false }

test('a stage of its own is only counted', () => {
  expect(stagePeopleInWords(stage('new', 40, ['new']), own)).toBe('40 people now')
  expect(stagePeopleInWords(stage('new', 1, []), own)).toBe('1 person now')
  const pooled = stage('new', 12, ['new', 'established'])
  expect(stagePeopleInWords(pooled, { ...own, ownBaseline: false })).toBe('12 people now')
})

test('a pooled stage says with whom it is compared, and why', () => {
  expect(stagePeopleInWords(stage('new', 12, ['new', 'established']), own)).toBe(
    '12 people now: under 30, so compared together with established',
  )
  expect(stagePeopleInWords(stage('established', 60, ['new', 'established']), own)).toBe(
    '60 people now; compared together with new, too few by themselves',
  )
  expect(stagePeopleInWords(stage('new', 60, ['new', 'established']), { ...own, frozen: true })).toBe(
    '60 people now; compared together with established, as on the pinned date one of them had under 30',
  )
})
