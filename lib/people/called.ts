import { holdsEmail, maskId } from './mask-emails'

/** The public id of an identity: a user id as sent, else the identity itself (`api.md`). */
export const publicId = (identity: string): string =>
  identity.startsWith('user:') ? identity.slice('user:'.length) : identity

/** The identities a public id may mean, likeliest first: a user id may look like another identity. */
export const identitiesMeant = (id: string): string[] =>
  /^(anon|email):/.test(id) ? [`user:${id}`, id] : [`user:${id}`]

const text = (json: string | undefined): string | null => {
  if (json === undefined) return null
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  } catch {
    return null
  }
}

/** A person's newest facts by kind, as `sql/people-facts` tells them. */
export type Facts = ReadonlyMap<string, string>

export type Called = { personId: string; email: string | null; name: string | null; account: string | null }

/**
 * What a person is called, as the asker may see it: without `people:unmasked` e-mails show two letters, names are
 * hidden, and so is an id that holds an e-mail. The e-mail is the newest trait, else the newest e-mail identity.
 */
export function called(facts: Facts, unmasked: boolean): Called {
  const identity = facts.get('identity') ?? ''
  const address = identity.startsWith('email:') ? identity : facts.get('address')
  const email = text(facts.get('trait:email')) ?? address?.slice('email:'.length) ?? null
  const parts = [text(facts.get('trait:firstName')), text(facts.get('trait:lastName'))].filter(
    (part) => part !== null,
  )
  const name = text(facts.get('trait:name')) ?? (parts.join(' ') || null)
  const account = facts.get('account') || null
  if (unmasked) return { personId: publicId(identity), email, name, account }
  return {
    personId: maskId(publicId(identity)),
    email: email === null ? null : holdsEmail(email) ? maskId(email) : '•••',
    name: null,
    account: account === null ? null : maskId(account),
  }
}
