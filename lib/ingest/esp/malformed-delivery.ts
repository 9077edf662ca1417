/** A body that is not what the provider sends; the message says what is wrong with it. */
export class MalformedDelivery extends Error {}
