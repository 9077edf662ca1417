import { type WeightRange, weightRange } from '@/components/model/behaviors/weight-range'

/** Severities that are usual stand below 1; 0 to 2, or so much wider that both are on it. */
export function severityRange(value: number, live: number | null): WeightRange {
  const most = Math.max(0, ...[value, live ?? 0].filter(Number.isFinite))
  return most <= 2 ? { min: 0, max: 2, step: 0.05 } : { ...weightRange(most, live), min: 0 }
}

/** Gravities that are usual stand below 2; 0 to 3, or so much wider that both are on it. */
export function gravityRange(value: number, live: number | null): WeightRange {
  const most = Math.max(3, ...[value, live ?? 0].filter(Number.isFinite))
  return { min: 0, max: Math.ceil(most), step: 0.05 }
}
