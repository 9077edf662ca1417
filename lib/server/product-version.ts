import { readFileSync } from 'node:fs'

let version: string | undefined

/** Of `package.json`; the processes run in the checkout. */
export function productVersion(): string {
  version ??= (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  return version
}
