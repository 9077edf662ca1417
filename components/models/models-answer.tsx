import { Answer } from '@/components/layout/answer'
import { plural } from '@/lib/format/plural'
import type { ModelsOverview } from '@/lib/models/list/client'
import { modelsInWords } from './models-words'

/** How many models there are, and what waits. */
export function ModelsAnswer({ models, archived }: { models: ModelsOverview; archived: boolean }) {
  const { items, counts } = models
  if (archived) {
    return (
      <Answer caption="An archived model is neither scored nor offered; its versions, scores and history stay.">
        <b>{counts.archived === 0 ? 'Nothing is archived' : plural(counts.archived, 'archived model')}.</b>
      </Answer>
    )
  }
  if (counts.inUse === 0) {
    return (
      <Answer caption="Scores are 0 to 100, higher is better.">
        <b>No model yet.</b> A model says which behaviors count and how much, and scores everybody.
      </Answer>
    )
  }
  const { claim, rest } = modelsInWords(items)
  return (
    <Answer
      caption={`People with a score, as of each model’s newest scores. Score 0 to 100, higher is better.${items.some(({ kind }) => kind === 'contact') ? ' Contacts have one to five stars, always current.' : ''}`}
    >
      <b>{claim}</b>
      {rest}
    </Answer>
  )
}
