import type { Behavior } from '@/lib/scoring/engagement/document'

const orList = new Intl.ListFormat('en', { type: 'disjunction' })

type Matcher = Behavior['match']['any'][number]
type Condition = Matcher['where'][number]

const signs = { eq: '=', ne: '≠', lt: '<', lte: '≤', gt: '>', gte: '≥' } as const

function conditionInWords(condition: Condition): string {
  const { property, op } = condition
  if (op === 'exists') return `${property} is there`
  const value = typeof condition.value === 'string' ? `“${condition.value}”` : condition.value
  return op === 'contains' ? `${property} contains ${value}` : `${property} ${signs[op]} ${value}`
}

function matcherInWords({ event, where, join }: Matcher): string {
  const name = event === '*' ? 'any activity' : `“${event}”`
  if (where.length === 0) return name
  return `${name} where ${where.map(conditionInWords).join(join === 'all' ? ' and ' : ' or ')}`
}

function measureInWords({ match, measure }: Behavior): string {
  const unconditional = match.any.some(({ event, where }) => event === '*' && where.length === 0)
  const events = unconditional ? 'any activity' : orList.format(match.any.map(matcherInWords))
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
