import { accountFirstWords, accountLastWords, accountNames, industries } from './names'
import { Random } from './random'
import { decline } from './truth'

export type Plan = 'starter' | 'team' | 'business'

/** A made-up customer. */
export type Account = {
  id: string
  name: string
  industry: string
  plan: Plan
  /** Its share of the people, relative to the others. */
  weight: number
}

/** Accounts of falling size, the well-known names first. */
export function makeAccounts(count: number): Account[] {
  const random = new Random('accounts')
  return Array.from({ length: count }, (_, index) => {
    const name =
      accountNames[index] ??
      `${accountFirstWords[index % accountFirstWords.length]} ${
        accountLastWords[Math.floor(index / accountFirstWords.length) % accountLastWords.length]
      }`
    return {
      id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
      name,
      industry: random.chance(decline.share) ? decline.industry : random.pick(industries),
      plan: random.pick(['starter', 'starter', 'team', 'team', 'team', 'business'] as const),
      weight: 1 / (index + 12) ** 0.7,
    }
  })
}

/** An account for a new person: larger ones get more. */
export function accountFor(accounts: readonly Account[], random: Random): Account {
  const total = accounts.reduce((sum, { weight }) => sum + weight, 0)
  let left = random.next() * total
  const found = accounts.find(({ weight }) => (left -= weight) < 0) ?? accounts.at(-1)
  if (!found) throw new RangeError('there is no account')
  return found
}
