/** The value below which the given share of the samples lies, by nearest rank. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds of each call of `work`, one after the other, at least `least` and until `enough()` says so. */
export async function time(work, least, enough = () => true) {
  const samples = []
  while (samples.length < least || !enough()) {
    const started = performance.now()
    await work()
    samples.push(performance.now() - started)
  }
  return samples
}

/** "p50 12.1 ms, p95 20.4 ms (n = 200)" */
export function described(samples) {
  const p = (share) => `${quantile(samples, share).toFixed(1)} ms`
  return `p50 ${p(0.5)}, p95 ${p(0.95)} (n = ${samples.length})`
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
