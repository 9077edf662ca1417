// Rows pass between the engine and HTTP through named pipes: `SELECT … INTO OUTFILE` and `INSERT … FROM
// INFILE`. So both directions stream with backpressure, in every format, binary ones as well, while the
// statement itself runs on a thread of the engine. (chDB's own streaming call starts a query on the event
// loop, which then stands still while scalar subqueries are computed, and it writes JSON, headers and the
// like once per block.)
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, constants, mkdirSync, openSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/**
 * Makes the pipes of the process that holds a data directory, replacing those of a killed one. They are not
 * in that directory itself: copying a pipe waits for ever.
 *
 * @param {string} dataDirectory
 * @param {number} count
 * @returns {{ paths: string[], remove(): void }}
 */
export function makePipes(dataDirectory, count) {
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16)
  const directory = path.join(os.tmpdir(), `gravitas-pipes-${name}`)
  const remove = () => rmSync(directory, { recursive: true, force: true })
  remove()
  // Fails when somebody else has made it meanwhile.
  mkdirSync(directory, { mode: 0o700 })
  const paths = Array.from({ length: count }, (_, index) => path.join(directory, `${index}`))
  const made = spawnSync('mkfifo', ['-m', '600', ...paths], { encoding: 'utf8' })
  if (made.status !== 0) {
    const reason = made.error?.message ?? made.stderr.trim()
    throw new Error(`No named pipes could be made in ${directory}: ${reason}`, { cause: made.error })
  }
  return { paths, remove }
}

/**
 * Opens a pipe into which the engine will write. The stream ends once `finish` was called and the engine
 * has closed its end; destroying the stream makes the engine's next write fail.
 *
 * @param {string} file
 */
export function readPipe(file) {
  const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  // Without a writer of our own the stream could end before the engine has opened the pipe.
  let writer = openSync(file, constants.O_WRONLY | constants.O_NONBLOCK)
  const stream = new Socket({ fd: reader, readable: true, writable: false })
  const finish = () => {
    if (writer !== -1) closeSync(writer)
    writer = -1
  }
  return { stream, finish }
}

/**
 * Opens a pipe from which the engine will read, as soon as it has opened its end.
 *
 * @param {string} file
 * @param {Promise<unknown>} ended the statement; when it ends first there is nobody to write to
 */
export async function writePipe(file, ended) {
  let over = false
  const end = ended.then(() => (over = true))
  while (!over) {
    const writer = tryToOpen(file)
    if (writer !== undefined) return pipeWriter(writer, end)
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 1))])
  }
  return undefined
}

/** @param {string} file */
function tryToOpen(file) {
  try {
    return openSync(file, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENXIO') return undefined
    throw error
  }
}

/**
 * @param {number} fd
 * @param {Promise<unknown>} ended
 */
function pipeWriter(fd, ended) {
  const stream = new Socket({ fd, readable: false, writable: true })
  // A statement that fails stops reading; its own error is the one to report.
  stream.on('error', () => stream.destroy())
  const closed = new Promise((resolve) => stream.once('close', resolve))
  void ended.then(() => stream.destroy())
  return {
    /** @param {Uint8Array} chunk */
    async write(chunk) {
      if (stream.destroyed || stream.write(chunk)) return
      await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), closed])
    },
    /** Ends the rows. */
    async end() {
      if (!stream.destroyed && stream.writableLength > 0)
        await Promise.race([new Promise((resolve) => stream.write('', resolve)), closed])
      stream.destroy()
      await closed
    },
  }
}
