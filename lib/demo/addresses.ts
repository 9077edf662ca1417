import { firstNames, lastNames } from './names'

const domains = ['example.com', 'example.org', 'example.net']

/**
 * The name and address of the person of a number, no two alike: the first few are `ada@example.com`, then come
 * `ada.keller@example.org`, then numbered ones. All domains are reserved for examples.
 */
export function mailbox(index: number, domain: string | null): { name: string; email: string } {
  const place = index % firstNames.length
  const round = Math.floor(index / firstNames.length)
  const first = firstNames[place] ?? 'ada'
  const last = lastNames[(place * 7 + round) % lastNames.length] ?? 'keller'
  const host = domain ?? domains[(index + round) % domains.length]
  const again = Math.floor(round / lastNames.length)
  const local = round === 0 ? first : `${first}.${last}${again > 0 ? again + 1 : ''}`
  return { name: `${capital(first)} ${capital(last)}`, email: `${local}@${host}` }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
