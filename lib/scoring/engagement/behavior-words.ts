import type { Behavior, EngagementDocument, Match } from './document'
import { numberInWords } from '../document/plain-words'

const orList = new Intl.ListFormat('en', { type: 'disjunction' })

type Matcher = Match['any'][number]
type Condition = Matcher['where'][number]
type Conditions = NonNullable<EngagementDocument['population']['exclude']>

const signs = { eq: '=', ne: '≠', lt: '<', lte: '≤', gt: '>', gte: '≥' } as const

function valueInWords(value: string | number | boolean): string {
  if (typeof value === 'number') return numberInWords(value)
  return typeof value === 'string' ? `“${value}”` : String(value)
}

function conditionInWords(condition: Condition): string {
  const { property, op } = condition
  if (op === 'exists') return `${property} is there`
  const value = valueInWords(condition.value)
  return op === 'contains' ? `${property} contains ${value}` : `${property} ${signs[op]} ${value}`
}

/** `plan = “free” and seats < 3`. */
export const conditionsInWords = ({ where, join }: Conditions): string =>
  where.map(conditionInWords).join(join === 'all' ? ' and ' : ' or ')

function matcherInWords({ event, where, join }: Matcher): string {
  const name = event === '*' ? 'any activity' : `“${event}”`
  return where.length === 0 ? name : `${name} where ${conditionsInWords({ where, join })}`
}

/** `“login” or “report” where rows > 10`. */
export function matchInWords({ any }: Match): string {
  const unconditional = any.some(({ event, where }) => event === '*' && where.length === 0)
  return unconditional ? 'any activity' : orList.format(any.map(matcherInWords))
}

function measureInWords({ match, measure }: Behavior): string {
  const events = matchInWords(match)
  switch (measure.type) {
    case 'count':
      return `each ${events}`
    case 'days':
      return `each day with ${events}`
    case 'once':
      return `${events} at least once`
    case 'first':
      return `the first ${events} ever`
    case 'sum':
      return `the sum of “${measure.property}” over ${events}`
  }
}

function kernelInWords({ kernel }: Behavior): string {
  switch (kernel.type) {
    case 'none':
      return ''
    case 'half-life':
      return `, halved every ${kernel.days} days`
    case 'linear':
      return `, fading over ${kernel.days} days`
    case 'step':
      return `, for ${kernel.days} days`
    case 'power':
      return `, fading with (age + 1)^−${kernel.gravity}`
  }
}

function curveInWords({ curve }: Behavior): string {
  switch (curve.type) {
    case 'linear':
      return ''
    case 'log':
      return ', as log(1 + n)'
    case 'sqrt':
      return ', as √n'
    case 'saturating':
      return `, as n / (n + ${curve.k})`
  }
}

/** What a behavior counts, in words: `each day with “login”, halved every 14 days, at most 20, as log(1 + n)`. */
export function behaviorInWords(behavior: Behavior): string {
  const cap = behavior.cap === null ? '' : `, at most ${behavior.cap}`
  return `${measureInWords(behavior)}${kernelInWords(behavior)}${cap}${curveInWords(behavior)}`
}
