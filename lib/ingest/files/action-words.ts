import type { ContactAction } from './mapping-schema'

const synonyms: Record<ContactAction, string> = {
  subscribed: 'subscribed subscribe subscription optin optedin',
  read: 'read reads open opened opens uniqueopen uniqueopened firstopening viewed',
  click: 'click clicked clicks linkclick linkclicked uniqueclick uniqueclicked clickthrough',
  forward: 'forward forwarded',
  reply: 'reply replied replies responded',
  profile_update: 'profileupdate profileupdated updatedprofile preferencesupdated',
  invite: 'invite invited invitation',
  bounce_hard: 'bouncehard hardbounce hardbounced',
  bounce_soft: 'bouncesoft softbounce softbounced',
  complaint: 'complaint complained spam spamreport spamcomplaint markedasspam abuse',
  unsubscribe: 'unsubscribe unsubscribed unsubscribes groupunsubscribe optout optedout',
  delivered: 'delivered delivery deliver',
}

const actionOfWord = new Map(
  Object.entries(synonyms).flatMap(([action, words]) =>
    words.split(' ').map((word) => [word, action as ContactAction] as const),
  ),
)

/**
 * The contact action that a word commonly means: "Email Opened", "open" and "unique_opened" are `read`. Null where it
 * is unknown or means several ("bounce" may be hard or soft).
 */
export function guessAction(word: string): ContactAction | null {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  return (
    actionOfWord.get(letters) ??
    actionOfWord.get(letters.replace(/^(?:e?mail|message|newsletter)/, '')) ??
    null
  )
}
