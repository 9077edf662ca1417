import { type DocumentNote, noteAt } from '../document/document-note'
import type { DocumentPath } from '../document/document-problem'
import { worthOf } from './action-rules'
import type { ActionRule, ContactDocument } from './document'
import { reachableStars } from './reachable-stars'
import { starsOf } from './stars'

const shown = (score: number) => String(Math.round(score * 100) / 100)

/** A worth of 0 is not the same as not counting: the action still has a place. */
function worthless(rule: ActionRule, index: number, byPosition: boolean): readonly DocumentNote[] {
  if (!rule.counted) return []
  const ages = byPosition ? 'it only ages what came before' : 'it changes no score'
  if ('points' in rule && rule.points === 0)
    return [noteAt(['actions', index, 'points'], `are 0, so ${ages}`)]
  if ('severity' in rule && rule.severity === 0)
    return [noteAt(['actions', index, 'severity'], `is 0, so ${ages}`)]
  return []
}

/** What is allowed but worth a look: advice, never a refusal. */
export function contactNotes(document: ContactDocument): readonly DocumentNote[] {
  const { actions, gravity, clock, floor, machine } = document
  const byPosition = clock.type === 'position'
  const notes = actions.flatMap((rule, index) => worthless(rule, index, byPosition))
  const note = (path: DocumentPath, message: string) => notes.push(noteAt(path, message))

  const earning = actions.some((rule) => rule.counted && rule.action !== 'subscribed' && 'points' in rule && rule.points > 0) // prettier-ignore
  if (!earning) note(['actions'], 'let nothing but a subscription add to a score')
  if (gravity === 0) note(['gravity'], 'is 0, so no action ever fades')

  const begins = Math.max(worthOf(document, 'subscribed')?.points ?? 0, floor ?? 0)
  const beginsWith = starsOf(begins, document)
  if (beginsWith !== 2) note(['stars', 0], `and the other cuts give a new contact, who has ${shown(begins)}, ${beginsWith}★`) // prettier-ignore

  for (const unreached of reachableStars(document).unreached.filter((one) => one > 1)) {
    note(['stars', unreached - 2], `is out of reach: 104 messages, all read and clicked, never give ${unreached}★`) // prettier-ignore
  }
  if (machine === 'include') note(['machine'], 'is "include": reads and clicks that no human made count too')
  return notes
}
