import { matchInWords } from './behavior-words'
import type { Behavior } from './document'
import { type DocumentChange, fieldChange, isSame, listChanges } from '../document/document-change'
import type { DocumentPath } from '../document/document-problem'
import { daysInWords, numberInWords } from '../document/plain-words'

const orNone = (value: number | null): string => (value === null ? 'none' : numberInWords(value))

function kernelInWords(kernel: Behavior['kernel']): string {
  switch (kernel.type) {
    case 'none':
      return 'none'
    case 'power':
      return `gravity ${numberInWords(kernel.gravity)}`
    default:
      return `${kernel.type} ${daysInWords(kernel.days)}`
  }
}

type Field = Exclude<keyof Behavior, 'key' | 'name' | 'enabled'>

/** The order in which they are told, with their names: in a sentence of its own, and behind the behavior's name. */
const fields: Record<Field, readonly [label: string, short: string]> = {
  weight: ['weight', ''],
  value: ['strategic value', 'value'],
  match: ['counts', 'counts'],
  measure: ['measure', 'measure'],
  kernel: ['recency', 'recency'],
  cap: ['cap', 'cap'],
  curve: ['curve', 'curve'],
}

const inWords: { [Name in Field]: (value: Behavior[Name]) => string } = {
  weight: numberInWords,
  value: orNone,
  match: matchInWords,
  measure: (measure) => (measure.type === 'sum' ? `sum of “${measure.property}”` : measure.type),
  kernel: kernelInWords,
  cap: orNone,
  curve: (curve) => (curve.type === 'saturating' ? `saturating, k = ${numberInWords(curve.k)}` : curve.type),
}

function changeOf<Name extends Field>(
  field: Name,
  before: Behavior,
  after: Behavior,
  path: DocumentPath,
): readonly DocumentChange[] {
  if (isSame(before[field], after[field])) return []
  const [label, short] = fields[field]
  const labels = [`${after.name}: ${label}`, [after.name, short].filter(Boolean).join(' ')] as const
  const words = inWords[field]
  return [fieldChange([...path, field], labels, words(before[field]), words(after[field]))]
}

function changed(before: Behavior, after: Behavior, path: DocumentPath): readonly DocumentChange[] {
  const changes: DocumentChange[] = []
  if (before.name !== after.name) {
    const words = `Renamed ${before.name} to ${after.name}`
    changes.push({ path: [...path, 'name'], words, short: words })
  }
  if (before.enabled !== after.enabled) {
    const words = `${after.enabled ? 'Enabled' : 'Disabled'} ${after.name}`
    changes.push({ path: [...path, 'enabled'], words, short: words })
  }
  const names = Object.keys(fields) as Field[]
  return [...changes, ...names.flatMap((field) => changeOf(field, before, after, path))]
}

/** The differences between two lists of behaviors: `Ran a report: weight 5 → 3`, `Added Exported data (weight 1)`. */
export function behaviorChanges(before: readonly Behavior[], after: readonly Behavior[]) {
  return listChanges(before, after, {
    path: ['behaviors'],
    name: 'Behaviors',
    called: ({ name }) => name,
    details: ({ weight, enabled }) => `weight ${numberInWords(weight)}${enabled ? '' : ', disabled'}`,
    changed,
  })
}
