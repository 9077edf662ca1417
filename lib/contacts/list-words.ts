import type { ContactList } from './schema'

/** Days without a response after which somebody who gets mail is dormant. */
export const DORMANT_DAYS = 90

/** How far back `risen` looks. */
export const RISEN_DAYS = 30

/** What a list is called on pages. */
export const listNames: Record<ContactList, string> = {
  loyal: 'Loyal',
  top: 'Top 100',
  risen: 'Risen',
  're-engage': 'To re-engage',
  dormant: 'Dormant',
  remove: 'To remove',
}

/** Who is in a list, in words for a page. */
export const listMeanings: Record<ContactList, string> = {
  loyal: '5★: the most loyal, for thanks, referrals and competitions.',
  top: 'The 100 highest scores, for competitions; the API takes any number.',
  risen: `4★ or more now, fewer ${RISEN_DAYS} days ago or no contact yet.`,
  're-engage': '2★: they joined, or slid back, and hardly respond.',
  dormant: `Known and sent mail for ${DORMANT_DAYS} days without one response; neither unsubscribed nor complained.`,
  remove: '1★ with bounces or complaints: mail to them harms the rest.',
}
