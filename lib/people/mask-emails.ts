/** An address anywhere in a text, plain or with its @ escaped as in a URL. */
const address = /([^\s"'<>(),;:@=&?/\\]+)(?:@|%40)([^\s"'<>(),;:=&?/\\]+)/gi

/** What stands for what is not shown. */
export const hidden = '•••'

const initial = (text: string) => [...text][0] ?? ''

/** `june@example.com` → `j•••@e•••`; every address in the text, the rest stays. */
export const maskEmails = (text: string): string =>
  text.replace(
    address,
    (_, name: string, domain: string) => `${initial(name)}${hidden}@${initial(domain)}${hidden}`,
  )

/** Whether an id may hold an address. The queries ask the same of an identity: see `sql/holds-email`. */
export const holdsEmail = (id: string): boolean => id.includes('@') || /%40/.test(id)

/**
 * An id as somebody without `people:unmasked` sees it: one that may hold an address shows the first letter of its
 * name and of its domain at most. `email:june@example.com` → `email:j•••@e•••`, `u-17` stays.
 */
export function maskId(id: string): string {
  if (!holdsEmail(id)) return id
  const masked = maskEmails(id)
  return masked === id || holdsEmail(masked.replace(/•••@.•••/gu, '')) ? `${initial(id)}${hidden}` : masked
}

/** Every text of a JSON value, keys too, through `maskEmails`. */
export function maskEmailsInJson(value: unknown): unknown {
  if (typeof value === 'string') return maskEmails(value)
  if (Array.isArray(value)) return value.map(maskEmailsInJson)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [maskEmails(key), maskEmailsInJson(inner)]),
  )
}
