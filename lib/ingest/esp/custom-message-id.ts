import { type Fields, firstText } from './fields'

/** Names under which senders pass their own message id along with a message. */
const names = ['anymail_id', 'message_id', 'messageId', 'message-id']

/** The sender's own id of the message, from the arguments it gave to the provider. */
export const customMessageId = (given: Fields): string | null =>
  firstText(...names.map((name) => (Object.hasOwn(given, name) ? given[name] : null)))
