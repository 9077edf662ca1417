import type { ContactDocument } from '../document'
import { starsOf } from '../stars'

/** Scores are drawn in steps of this much; the last bin holds all above. */
export const STAR_BIN = 0.25
export const STAR_BINS = 49

/** How many contacts have how many stars, and how their scores lie. */
export type StarSummary = {
  contacts: number
  /** Contacts of 1 to 5 stars. */
  stars: readonly number[]
  /** Contacts by score in steps of `STAR_BIN` from 0. */
  bins: readonly number[]
}

/** The stars of everybody; 0 for whoever is no contact. */
export function starColumn(scores: Float64Array, document: Pick<ContactDocument, 'stars'>): Uint8Array {
  const column = new Uint8Array(scores.length)
  for (let contact = 0; contact < scores.length; contact++)
    column[contact] = Number.isNaN(scores[contact]) ? 0 : starsOf(scores[contact]!, document)
  return column
}

export function starSummary(scores: Float64Array, column: Uint8Array): StarSummary {
  const stars = [0, 0, 0, 0, 0]
  const bins = Array.from({ length: STAR_BINS }, () => 0)
  let contacts = 0
  for (let contact = 0; contact < scores.length; contact++) {
    const of = column[contact]!
    if (of === 0) continue
    contacts += 1
    stars[of - 1]! += 1
    bins[Math.min(STAR_BINS - 1, Math.floor(scores[contact]! / STAR_BIN))]! += 1
  }
  return { contacts, stars, bins }
}
