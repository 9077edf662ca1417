import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The npm that runs us, or the one that came with this Node, as a program for Node.
 * @returns {string}
 */
export function npmProgram() {
  const beside = path.dirname(process.execPath)
  const places = ['node_modules/npm/bin/npm-cli.js', '../lib/node_modules/npm/bin/npm-cli.js']
  const candidates = [process.env.npm_execpath, ...places.map((place) => path.join(beside, place))]
  const found = candidates.find((file) => file?.endsWith('npm-cli.js') && existsSync(file))
  if (found) return found
  throw new Error('The packages are missing or out of date, and npm was not found: run `npm ci` first.')
}
