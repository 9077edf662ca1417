import type { Stars } from '@/lib/scoring/contacts/stars'

/** "5★ is out of reach: 104 messages, all read and clicked, never give it." Null where all can be reached. */
export function unreachedInWords(unreached: readonly Stars[]): string | null {
  // 1★ is for those who bounce, so that nobody of these gets it is as it should be.
  const missing = unreached.filter((stars) => stars > 1).map((stars) => `${stars}★`)
  if (missing.length === 0) return null
  const named = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}`
  const [are, them] = missing.length === 1 ? ['is', 'it'] : ['are', 'them']
  return `${named} ${are} out of reach: 104 messages, all read and clicked, never give ${them}. Lower the cut, lower gravity or give reads and clicks more points.`
}
