import { formatNumber, formatPlain } from '@/lib/format/number'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { Stars } from '@/lib/scoring/contacts/stars'

type Cuts = Pick<ContactDocument, 'stars'>

/** Which scores a number of stars is: "Above 3 and up to 5 is 3★." */
export function starRange(stars: Stars, { stars: cuts }: Cuts): string {
  const below = formatPlain(cuts[stars - 2] ?? 0)
  const above = formatPlain(cuts[stars - 1] ?? 0)
  if (stars === 1) return `Below ${above} is 1★.`
  if (stars === 2) return `From ${below} up to ${above} is 2★.`
  return stars === 5 ? `Above ${below} is 5★.` : `Above ${below} and up to ${above} is ${stars}★.`
}

/** How far the next star is: "4★ begins above 5, 1.38 away". */
export function nextStar(score: number, stars: Stars, { stars: cuts }: Cuts): string {
  const cut = cuts[stars - 1]
  if (stars === 5 || cut === undefined) return 'as many as there are'
  const begins = `${stars + 1}★ begins ${stars === 1 ? 'at' : 'above'} ${formatPlain(cut)}`
  const away = formatNumber(cut - score, 2)
  if (away !== '0.00') return `${begins}, ${away} away`
  return cut - score < 1e-9 ? `${begins}, where it stands` : `${begins}, less than 0.01 away`
}
