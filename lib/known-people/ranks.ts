/**
 * Ranks of scores, 1 for the highest: those with the same share the middle of the ranks they take together, a tie as
 * tau-b knows it. Null where there is no score.
 */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  const known = scores.filter((score) => score !== null)
  return scores.map((score) => {
    if (score === null) return null
    const above = known.filter((other) => other > score).length
    const same = known.filter((other) => other === score).length
    return above + (same + 1) / 2
  })
}
