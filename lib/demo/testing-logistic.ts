/** Solves a small symmetric system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot++)
    for (let other = 0; other < size; other++) {
      if (other === pivot) continue
      const factor = (rows[other]?.[pivot] ?? 0) / (rows[pivot]?.[pivot] ?? 1)
      const [target, source] = [rows[other], rows[pivot]]
      if (target && source) target.forEach((value, at) => (target[at] = value - factor * (source[at] ?? 0)))
    }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1))
}

/** Coefficients of a logistic regression and their standard errors, by Newton's method: for tests alone. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
): { b: number; se: number }[] {
  const width = rows[0]?.length ?? 0
  const zeros = () => Array.from({ length: width }, () => 0)
  let b = zeros()
  let information = zeros().map(zeros)
  for (let round = 0; round < 12; round++) {
    const gradient = zeros()
    information = zeros().map(zeros)
    for (const [index, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0)))
      const left = (labels[index] ? 1 : 0) - p
      for (const [i, x] of row.entries()) {
        gradient[i] = (gradient[i] ?? 0) + left * x
        const line = information[i]
        if (line) for (const [j, y] of row.entries()) line[j] = (line[j] ?? 0) + p * (1 - p) * x * y
      }
    }
    const step = solve(information, gradient)
    b = b.map((value, at) => value + (step[at] ?? 0))
  }
  return b.map((value, at) => {
    const unit = zeros().map((_, other) => (other === at ? 1 : 0))
    return { b: value, se: Math.sqrt(solve(information, unit)[at] ?? NaN) }
  })
}
