import { expect, it } from 'vitest'
import { refusesConsent } from './consent'

it('" Denied " refuses; "pending", true, 0 and null do not', () => {
  const refusing = [false, 'false', 'No', ' Denied ', 'REFUSED']
  const others = ['pending', 'yes', '', true, 0, null, undefined, ['no'], 'not now']
  expect(refusing.filter((consent) => !refusesConsent({ consent }))).toEqual([])
  expect(others.filter((consent) => refusesConsent({ consent }))).toEqual([])
})

it('an absent consent refuses nothing', () => {
  expect([refusesConsent({}), refusesConsent(undefined), refusesConsent({ Consent: false })]).toEqual([
    false,
    false,
    false,
  ])
})
