import { type DocumentChange, fieldChange, isSame, listChanges } from '../document/document-change'
import type { DocumentPath } from '../document/document-problem'
import { daysInWords, numberInWords } from '../document/plain-words'
import { actionAtStart, actionInWords } from './action-names-in-words'
import type { ActionRule } from './document'

const orNone = (amount: number | null) => (amount === null ? 'none' : numberInWords(amount))

const pointsOf = (rule: ActionRule) => ('points' in rule ? rule.points : null)
const severityOf = (rule: ActionRule) => ('severity' in rule ? rule.severity : null)
const eventsOf = (rule: ActionRule) => ('events' in rule ? rule.events : [])
const afterDaysOf = (rule: ActionRule) => ('afterDays' in rule ? rule.afterDays : null)

/** `2 points`, `severity 0.25`; nothing of an action that has neither. */
function worthInWords(rule: ActionRule): string {
  if ('points' in rule) return `${numberInWords(rule.points)} ${rule.points === 1 ? 'point' : 'points'}`
  return 'severity' in rule && rule.severity !== null ? `severity ${numberInWords(rule.severity)}` : ''
}

function detailsOf(rule: ActionRule): string {
  const counted = rule.counted ? '' : 'not counted'
  return [worthInWords(rule), counted].filter(Boolean).join(', ') || 'nothing else'
}

function countedChange(was: ActionRule, is: ActionRule, path: DocumentPath): readonly DocumentChange[] {
  if (was.counted === is.counted) return []
  const words = `${actionAtStart(is.action)} ${is.counted ? 'counts' : 'no longer counts'}`
  return [{ path: [...path, 'counted'], words, short: words }]
}

function amountChange(
  path: DocumentPath,
  [name, label]: readonly [name: string, label: string],
  was: number | null,
  is: number | null,
): readonly DocumentChange[] {
  if (isSame(was, is)) return []
  return [fieldChange(path, [`${name}: ${label}`, name], orNone(was), orNone(is))]
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')

function eventChanges(was: ActionRule, is: ActionRule, path: DocumentPath): readonly DocumentChange[] {
  const [before, after] = [eventsOf(was), eventsOf(is)]
  if (isSame(before, after)) return []
  const added = after.filter((event) => !before.includes(event))
  const removed = before.filter((event) => !after.includes(event))
  const parts = [
    added.length > 0 ? `also ${quoted(added)}` : '',
    removed.length > 0 ? `no longer ${quoted(removed)}` : '',
  ].filter(Boolean)
  const words = `${actionAtStart(is.action)}: ${parts.join('; ') || 'events reordered'}`
  return [{ path: [...path, 'events'], words, short: words }]
}

function daysChange(was: ActionRule, is: ActionRule, path: DocumentPath): readonly DocumentChange[] {
  const [before, after] = [afterDaysOf(was), afterDaysOf(is)]
  if (before === null || after === null || isSame(before, after)) return []
  const label = `${actionAtStart(is.action)}: after`
  return [fieldChange([...path, 'afterDays'], [label, label], numberInWords(before), daysInWords(after))]
}

const keyed = (rules: readonly ActionRule[]) => rules.map((rule) => ({ key: rule.action, rule }))

/** The differences between two lists of actions: `Click: points 4 → 6`, `Added reply (8 points)`. */
export function actionChanges(before: readonly ActionRule[], after: readonly ActionRule[]) {
  return listChanges(keyed(before), keyed(after), {
    path: ['actions'],
    name: 'Actions',
    called: ({ rule }) => actionInWords[rule.action],
    details: ({ rule }) => detailsOf(rule),
    changed: ({ rule: was }, { rule: is }, path) => {
      const name = actionAtStart(is.action)
      return [
        ...countedChange(was, is, path),
        ...amountChange([...path, 'points'], [name, 'points'], pointsOf(was), pointsOf(is)),
        ...amountChange([...path, 'severity'], [name, 'severity'], severityOf(was), severityOf(is)),
        ...daysChange(was, is, path),
        ...eventChanges(was, is, path),
      ]
    },
  })
}
