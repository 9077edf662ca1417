// The folder with everything an installation keeps. A marker says that Gravitas made it (or got it empty), so that
// nothing else is ever wiped.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'

const MARKER = '.gravitas-data'
const KEPT = new Set([MARKER, 'start.lock', 'checkout.lock'])

/**
 * Makes the folder, unless it is there.
 * @param {string} dir absolute
 * @throws with a sentence when it cannot be written to
 */
export function makeDataDirectory(dir) {
  try {
    makeFolder(dir)
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Error(
      `The data folder ${dir} cannot be used (${error.code}); set DATA_DIR to a folder you may write to.`,
    )
  }
  if (readdirSync(dir).every((name) => name === 'lost+found')) {
    writeFileSync(path.join(dir, MARKER), 'Gravitas keeps its data here.\n')
  }
}

/** Step by step: the recursive option of mkdir never returns where the system makes no folders, as in /proc. */
function makeFolder(dir) {
  if (existsSync(dir)) return
  makeFolder(path.dirname(dir))
  // Others may pass, as the account that PostgreSQL runs as has to, but not look around.
  mkdirSync(dir, { mode: 0o711 })
}

/**
 * Removes what the folder holds. Folders inside it that are data folders themselves stay.
 * @param {string} dir absolute
 * @throws when Gravitas did not make the folder
 */
export function wipeDataDirectory(dir) {
  if (!existsSync(path.join(dir, MARKER))) {
    throw new Error(
      `${dir} was not made by Gravitas, so --fresh does not wipe it; set DATA_DIR to another folder.`,
    )
  }
  for (const name of readdirSync(dir)) {
    const entry = path.join(dir, name)
    if (!KEPT.has(name) && !existsSync(path.join(entry, MARKER)))
      rmSync(entry, { recursive: true, force: true })
  }
}

/** The secret that signs sessions: made on the first start, kept in the folder. */
export function keptSecret(dir) {
  const file = path.join(dir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
