import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { ofVersion, ratings, ratingsSettings } from './rated'

const counts = z.array(z.coerce.number())
const each = (numbers: readonly number[], condition: (number: number) => string) =>
  `[${numbers.map((number) => `countIf(${condition(number)})`).join(', ')}]`

/** Where 2★, 3★, 4★ and 5★ begin, as places in `cuts`. A score on a cut belongs to the star it has. */
const cuts = [1, 2, 3, 4]
const cut = (place: number) => `{cuts:Array(Float64)}[${place}]`

/** Everybody's ratings in numbers, read once. */
export const ratingsSummary = defineQuery({
  name: 'ratings-summary',
  params: z.object({ ...ofVersion, cuts: z.array(z.number()).length(4), within: z.number() }),
  row: z.object({
    contacts: z.coerce.number(),
    byStars: counts,
    below: counts,
    above: counts,
    allReads: z.coerce.number(),
    machineReads: z.coerce.number(),
    machineContacts: z.coerce.number(),
    toRemove: z.coerce.number(),
  }),
  sql: `
    ${ratings(`
      count() AS contacts,
      ${each([1, 2, 3, 4, 5], (star) => `stars = ${star}`)} AS byStars,
      ${each(cuts, (place) => `stars <= ${place} AND score >= ${cut(place)} - {within:Float64}`)} AS below,
      ${each(cuts, (place) => `stars > ${place} AND score <= ${cut(place)} + {within:Float64}`)} AS above,
      sum(reads) + sum(machine_reads) AS allReads, sum(machine_reads) AS machineReads,
      countIf(machine_reads > 0) AS machineContacts,
      countIf(stars = 1 AND bounces + complaints > 0) AS toRemove`)}
    ${ratingsSettings}`,
})
