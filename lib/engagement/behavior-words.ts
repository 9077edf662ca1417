import type { Behavior } from '@/lib/scoring/engagement/document'

const orList = new Intl.ListFormat('en', { type: 'disjunction' })

function eventsInWords({ match }: Behavior): string {
  const names = match.any.map(({ event }) => event)
  return names.includes('*') ? 'any activity' : orList.format(names.map((name) => `“${name}”`))
}

/** What a behavior counts, in words: `each day with “login”, at most 20`. */
export function behaviorInWords(behavior: Behavior): string {
  const events = eventsInWords(behavior)
  const cap = behavior.cap === null ? '' : `, at most ${behavior.cap}`
  switch (behavior.measure.type) {
    case 'count':
      return `each ${events}${cap}`
    case 'days':
      return `each day with ${events}${cap}`
    case 'once':
      return `${events} at least once`
    case 'first':
      return `the first ${events} ever`
    case 'sum':
      return `the sum of “${behavior.measure.property}” over ${events}${cap}`
  }
}
