import fc from 'fast-check'
import { expect, it } from 'vitest'
import { liveStars } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import { columnsOfHistories } from '@/lib/scoring/contacts/what-if/testing-columns'
import { AS_OF, anyContactModel, anyHistory } from '@/lib/scoring/contacts/testing'
import { decodeStars, encodeStars } from './star-columns-format'

it('columns come out of their bytes as they went in, with and without a live version', () => {
  fc.assert(
    fc.property(fc.array(anyHistory, { maxLength: 6 }), anyContactModel, (histories, document) => {
      const columns = columnsOfHistories(histories, AS_OF)
      expect(decodeStars(encodeStars({ columns, live: null }).buffer)).toEqual({ columns, live: null })
      const live = { version: 3, ...liveStars(columns, document) }
      const read = decodeStars(encodeStars({ columns, live }).buffer)
      expect(read.live?.scores).toEqual(live.scores)
      expect(read.live?.stars).toEqual(live.stars)
    }),
    { numRuns: 50 },
  )
})
