import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { numberInWords } from '@/lib/scoring/document/plain-words'

/** The parts of a contact model beside its actions and its gravity, in the order in which the editor lists them. */
export const ruleParts = ['name', 'stars', 'clock', 'order', 'floor', 'dedupe', 'machine'] as const
export type RulePart = (typeof ruleParts)[number]

export const partNames: Record<RulePart, string> = {
  name: 'Name',
  stars: 'Stars',
  clock: 'Age',
  order: 'Bounces',
  floor: 'Floor',
  dedupe: 'One of each',
  machine: 'Machine activity',
}

const words: Record<RulePart, (document: ContactDocument) => string> = {
  name: ({ name }) => name.trim() || '–',
  stars: ({ stars }) =>
    stars
      .map((cut, index) => `${index + 2}★ ${index === 0 ? 'from' : 'above'} ${numberInWords(cut)}`)
      .join(', '),
  clock: ({ clock }) =>
    clock.type === 'position'
      ? 'by position: 1, 2, 3 … over counted actions'
      : `by time: 1 + ${clock.unit}s since the action`,
  order: ({ order }) =>
    order === 'running'
      ? 'running: a bounce divides what is older than it'
      : 'final: a bounce divides the whole score',
  floor: ({ floor }) =>
    floor === null ? 'none' : `${numberInWords(floor)}, lowered by bounces and complaints alone`,
  dedupe: ({ dedupe }) =>
    dedupe === 'message-action'
      ? 'the latest of each action on a message'
      : 'the latest action on a message, whichever it is',
  machine: ({ machine }) =>
    machine === 'exclude'
      ? 'reads and clicks of machines are left out'
      : 'reads and clicks of machines count too',
}

/** One part of a contact model in a few words; takes what is just being typed as well. */
export function ruleInWords(part: RulePart, document: ContactDocument): string {
  return words[part](document)
}
