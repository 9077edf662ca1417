import { type DocumentNote, noteAt } from '../document/document-note'
import type { DocumentPath } from '../document/document-problem'
import type { WrittenDocument } from './grammar/engagement'

const MANY_BEHAVIORS = 10

/** What is allowed but worth a look: advice, never a refusal. */
export function notesOn({ behaviors, weighting }: WrittenDocument): readonly DocumentNote[] {
  const notes: DocumentNote[] = []
  const note = (path: DocumentPath, message: string) => {
    notes.push(noteAt(path, message))
  }

  if (behaviors.length > MANY_BEHAVIORS) {
    note(['behaviors'], `are ${behaviors.length}; five to ten are easier to explain`)
  }
  if (behaviors.every(({ enabled }) => !enabled))
    note(['behaviors'], 'are all disabled, so everybody scores 0')

  // Under rfm the strategic values weigh, not these.
  if (weighting.mode === 'rfm') return notes

  behaviors.forEach(({ weight }, index) => {
    const path = ['behaviors', index, 'weight']
    if (weight < 0) note(path, 'is negative: doing this lowers the score')
    else if (weight === 0) note(path, 'is 0, so the behavior changes nothing')
    else if (weighting.mode === 'heuristic' && ![1, 3, 5].includes(weight)) {
      note(path, 'is none of 1, 3 and 5, the weights of the heuristic')
    }
  })
  return notes
}
