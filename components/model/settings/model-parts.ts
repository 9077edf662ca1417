import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { isSame } from '@/lib/scoring/document/document-change'
import { documentChanges } from '@/lib/scoring/engagement/document-changes'
import type { DocumentPath } from '@/lib/scoring/document/document-problem'

/** The parts of a document beside its behaviors, in the order in which the editor lists them. */
export const modelParts = [
  'name',
  'window',
  'weighting',
  'population',
  'normalisation',
  'zeros',
  'reference',
  'lifecycle',
  'tiers',
  'outcomes',
] as const
export type ModelPart = (typeof modelParts)[number]

type Place = {
  name: string
  /** Where the document holds what is edited as this part. */
  paths: readonly (readonly string[])[]
}

/** The zeros rule is told with the normalisation, and edited by itself. */
export const partPlaces: Record<ModelPart, Place> = {
  name: { name: 'Name', paths: [['name']] },
  window: { name: 'Window', paths: [['window']] },
  weighting: { name: 'Weighting', paths: [['weighting']] },
  population: { name: 'Population', paths: [['population']] },
  normalisation: {
    name: 'Normalisation',
    paths: [
      ['normalisation', 'method'],
      ['normalisation', 'winsor'],
      ['normalisation', 'zeros'],
    ],
  },
  zeros: { name: 'Zeros and ties', paths: [['normalisation', 'zeros']] },
  reference: { name: 'Reference', paths: [['normalisation', 'reference']] },
  lifecycle: { name: 'Lifecycle', paths: [['lifecycle']] },
  tiers: { name: 'Tiers', paths: [['tiers']] },
  outcomes: { name: 'Outcomes', paths: [['outcomes']] },
}

const valueAt = (document: EngagementDocument, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], document)

/** Whether two documents differ in a part. */
export function partDiffers(part: ModelPart, before: EngagementDocument, after: EngagementDocument): boolean {
  return partPlaces[part].paths.some((path) => !isSame(valueAt(before, path), valueAt(after, path)))
}

const isWithin = (path: DocumentPath, place: readonly string[]) => place.every((step, i) => path[i] === step)

/** What changed in a part, each change in words: `Excluded e-mail domains: added staff.example`. */
export function partChanges(
  part: ModelPart,
  before: EngagementDocument,
  after: EngagementDocument,
): readonly string[] {
  return documentChanges(before, after)
    .filter(({ path }) => partPlaces[part].paths.some((place) => isWithin(path, place)))
    .map(({ words }) => words)
}
