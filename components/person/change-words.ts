import type { Explanation } from '@/lib/people/client'

type Step = NonNullable<NonNullable<Explanation['change']>['steps']>[number]

/** The causes as the product says them, in the order in which they are told. */
export const causeWords: Record<Step['cause'], string> = {
  corrections: 'Corrections',
  'left-window': 'Left the window',
  ageing: 'Ageing',
  'new-occurrences': 'New occurrences',
  version: 'Model version',
  stage: 'Stage',
  reference: 'Movement of the population',
}
