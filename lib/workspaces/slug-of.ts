const longest = 48

/**
 * A short name for addresses from what people call a workspace; `workspace` where nothing of it can be kept.
 * Example: `Größe & Söhne, Nord` → `grosse-sohne-nord`.
 */
export function slugOf(name: string): string {
  const plain = name.replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[a-z0-9]+/g) ?? ['workspace']
  return words.join('-').slice(0, longest).replace(/-+$/, '')
}

/** The slug of the nth attempt, from 1, when those before are taken. */
export function numberedSlug(slug: string, attempt: number): string {
  const ending = attempt > 1 ? `-${attempt}` : ''
  return `${slug.slice(0, longest - ending.length)}${ending}`
}
