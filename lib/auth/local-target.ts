const here = 'http://here.invalid'

/**
 * Where to go after signing in: a path of this site, `/` for anything else. Read as a browser reads it, so that
 * `//other.example`, `/\other.example` and addresses with tabs in them lead nowhere else.
 */
export function localTarget(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, here)) return '/'
  const url = new URL(next, here)
  return url.origin === here ? `${url.pathname}${url.search}` : '/'
}
