import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

type Stages = WrittenDocument['lifecycle']['stages']

/** Most that the grammar takes. */
export const MOST_STAGES = 10

/** `stage 3`, or the next number that no stage has yet. */
function newKey(stages: Stages): string {
  for (let number = stages.length + 1; ; number++) {
    const key = `stage ${number}`
    if (stages.every((stage) => stage.key !== key)) return key
  }
}

/** A stage before the last one, which has no end: it takes the first days of it, a month or as long as all before. */
export function withStage(stages: Stages): Stages {
  const begins = stages.at(-2)?.untilDay ?? 0
  const added = { key: newKey(stages), untilDay: begins + Math.max(30, begins) }
  return [...stages.slice(0, -1), added, ...stages.slice(-1)]
}

/** Its days go to the older neighbour; those of the last one to the younger, which then has no end. */
export function withoutStage(stages: Stages, index: number): Stages {
  return stages
    .filter((_, other) => other !== index)
    .map((stage, place, kept) => (place === kept.length - 1 ? { ...stage, untilDay: null } : stage))
}

/** The stages with one of them changed. */
export function changedStage(stages: Stages, index: number, changes: Partial<Stages[number]>): Stages {
  return stages.map((stage, place) => (place === index ? { ...stage, ...changes } : stage))
}
