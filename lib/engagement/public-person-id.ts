/** The id that the world sees: a user id as it was sent, else `anon:<id>` or `email:<address>` as it is stored. */
export function publicPersonId(identity: string): string {
  return identity.startsWith('user:') ? identity.slice('user:'.length) : identity
}

/** An id without the e-mail address it may hold: `email:a•••@•••`. One without an @ stays as it is. */
export function maskedPersonId(id: string): string {
  return id.replace(/[^\s:@]+@\S+/g, (address) => `${address.slice(0, 1)}•••@•••`)
}
