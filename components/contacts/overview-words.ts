import type { ContactsOverview } from '@/lib/contacts/client'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { formatSigned } from '@/lib/format/signed'

type Week = NonNullable<ContactsOverview['week']>

/** 4★ and 5★: contacts who respond. */
const RESPONSIVE = 3

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** Contacts of one to five stars a week ago, among those who were there then and are now. */
export const starsThen = ({ matrix }: Pick<Week, 'matrix'>): number[] => matrix.map(sum)

/** The share of contacts with four or five stars; null without contacts. */
export function responsiveShare(stars: readonly number[]): number | null {
  const contacts = sum(stars)
  return contacts > 0 ? sum(stars.slice(RESPONSIVE)) / contacts : null
}

/** A star's change: "+137 contacts · +3.3 points", shares against those of then. */
export function starChange(now: readonly number[], then: readonly number[], index: number): string {
  const [contactsNow, contactsThen] = [sum(now), sum(then)]
  const change = (now[index] ?? 0) - (then[index] ?? 0)
  const counted = `${formatSigned(change)} ${Math.abs(change) === 1 ? 'contact' : 'contacts'}`
  if (contactsNow === 0 || contactsThen === 0) return counted
  const points = ((now[index] ?? 0) / contactsNow - (then[index] ?? 0) / contactsThen) * 100
  return `${counted} · ${formatSigned(points, 1)} points`
}

/** Which scores make which stars: "1★ below 2, 2★ up to 3, 3★ up to 5, 4★ up to 9, 5★ above". */
export function cutsInWords([two = 0, ...others]: readonly number[]): string {
  const upTo = others.map((cut, index) => `${index + 2}★ up to ${formatPlain(cut)}`)
  return `1★ below ${formatPlain(two)}, ${upTo.join(', ')}, 5★ above`
}

/** What machines did, and whether it matters: the sentence over the numbers. */
export function machinesInWords({ reads, machineReads, changed }: ContactsOverview['machines']): string {
  if (reads === 0) return 'No read or click has come in yet.'
  if (machineReads === 0) return 'No read or click looks like that of a machine.'
  const share = `${formatShare(machineReads, reads)} of ${formatNumber(reads)} reads and clicks are of machines`
  if (changed === 0) return `${share}; whether they count changes nobody’s stars.`
  return `${share}; whether they count changes the stars of ${formatNumber(changed)} ${changed === 1 ? 'contact' : 'contacts'}.`
}
