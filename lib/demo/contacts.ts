import { mailbox } from './addresses'
import type { Demo } from './make-demo'
import { Random } from './random'
import { type Persona, machineOpens, newsletters, overlap, personas, subscribedBefore } from './truth'

/** A made-up receiver of the newsletter. */
export type DemoContact = {
  index: number
  email: string
  persona: Persona
  /** The day of the subscription, and when on it, from 0 to 1. */
  subscribedDay: number
  subscribedAt: number
  /** A proxy opens most of what they get. */
  isProxied: boolean
}

/** The days of the newsletters, oldest first. */
export function issueDays({ calendar }: Demo): number[] {
  const last = calendar.days - 1
  const newest = last - ((calendar.weekday(last) - newsletters.weekday + 7) % 7)
  return Array.from({ length: newsletters.issues }, (_, back) => newest - 7 * back)
    .reverse()
    .filter((day) => day > 0)
}

/** Everybody on the list. The first ones use the product too. */
export function makeContacts(demo: Demo): DemoContact[] {
  const { size, calendar, people } = demo
  const users = Math.min(Math.round(size.contacts * overlap), people.length)
  const [firstIssue = 0] = issueDays(demo)
  return Array.from({ length: size.contacts }, (_, index) => {
    const random = new Random(`contact ${index}`)
    const user = people[Math.floor((index * people.length) / users)]
    const email = index < users && user ? user.email : mailbox(size.people + index, null).email
    const isEarly = random.chance(subscribedBefore)
    return {
      index,
      email,
      persona: personaOf(random.next()),
      subscribedDay: isEarly ? random.int(0, firstIssue) : random.int(firstIssue, calendar.days),
      subscribedAt: random.next(),
      isProxied: random.chance(machineOpens.share),
    }
  })
}

function personaOf(draw: number): Persona {
  let left = draw
  const [first] = personas
  return personas.find(({ share }) => (left -= share) < 0) ?? first
}
