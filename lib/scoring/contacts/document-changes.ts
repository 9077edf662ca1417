import { type DocumentChange, fieldChange, isSame } from '../document/document-change'
import { numberInWords } from '../document/plain-words'
import { actionChanges } from './action-changes'
import type { ContactDocument } from './document'

type Field = Exclude<keyof ContactDocument, 'kind' | 'actions' | 'stars'>

const labels: Record<Field, string> = {
  name: 'Name',
  gravity: 'Gravity',
  clock: 'Clock:',
  order: 'Order:',
  dedupe: 'The latest counts per',
  floor: 'Floor',
  machine: 'Reads and clicks of machines:',
}

const inWords: { [Name in Field]: (value: ContactDocument[Name]) => string } = {
  name: (name) => `“${name}”`,
  gravity: numberInWords,
  clock: (clock) => (clock.type === 'position' ? 'position' : `time, by the ${clock.unit}`),
  order: (order) => order,
  dedupe: (dedupe) => (dedupe === 'message' ? 'message' : 'message and action'),
  floor: (floor) => (floor === null ? 'none' : numberInWords(floor)),
  machine: (machine) => (machine === 'include' ? 'counted' : 'not counted'),
}

function changeOf<Name extends Field>(name: Name, from: ContactDocument, to: ContactDocument) {
  if (isSame(from[name], to[name])) return []
  const words = inWords[name]
  return [fieldChange([name], [labels[name], labels[name]], words(from[name]), words(to[name]))]
}

/** Where 2★, 3★, 4★ and 5★ begin; exactly on a cut 2★ has begun, the others have not (`scoring.md` §3.4). */
function cutChanges(from: ContactDocument['stars'], to: ContactDocument['stars']): readonly DocumentChange[] {
  return to.flatMap((cut, index) => {
    const before = from[index]
    if (before === undefined || isSame(before, cut)) return []
    const label = `${index + 2}★ ${index === 0 ? 'from' : 'above'}`
    return [fieldChange(['stars', index], [label, label], numberInWords(before), numberInWords(cut))]
  })
}

/**
 * The difference between two contact models in the words of those who read it, actions first. It is complete: documents
 * without a change are equal. Paths are those of `to`. Takes drafts that are being typed as well.
 *
 * Example: `Click: points 4 → 6`, `Gravity 1 → 1.5`, `3★ above 3 → 4`.
 */
export function contactDocumentChanges(
  from: ContactDocument,
  to: ContactDocument,
): readonly DocumentChange[] {
  return [
    ...changeOf('name', from, to),
    ...actionChanges(from.actions, to.actions),
    ...changeOf('gravity', from, to),
    ...changeOf('clock', from, to),
    ...changeOf('order', from, to),
    ...changeOf('dedupe', from, to),
    ...changeOf('machine', from, to),
    ...changeOf('floor', from, to),
    ...cutChanges(from.stars, to.stars),
  ]
}
