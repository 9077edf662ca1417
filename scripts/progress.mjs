import { setTimeout as sleep } from 'node:timers/promises'

const STILL_EVERY_MS = 15_000

/**
 * Numbered steps on the terminal: a line that counts the seconds while a step works, and its result when it is done.
 * Where nobody watches (a file, a pipe), a line at the beginning of a long step and one now and then.
 * @param {number} total how many steps there will be
 * @param {NodeJS.WriteStream} [out]
 */
export function progress(total, out = process.stdout) {
  const started = Date.now()
  let number = 0
  return {
    /** Seconds since the first step, as text. */
    elapsed: () => seconds(started),

    /** A line of its own, also while a step is working. */
    print: (text) => out.write(out.isTTY ? `\r\x1b[K${text}\n` : `${text}\n`),

    /**
     * @template T
     * @param {string} name what the step is about
     * @param {(say: (doing: string) => void) => Promise<T>} work `say` tells what takes long
     * @param {(value: T) => string} result a few words for the line
     */
    async step(name, work, result) {
      const label = `[${++number}/${total}] ${name.padEnd(14)}`
      const line = workingLine(out, label)
      try {
        const value = await work(line.say)
        line.end(`${label} ${result(value)}`)
        return value
      } catch (error) {
        line.end()
        throw error
      }
    },
  }
}

function workingLine(out, label) {
  const started = Date.now()
  const over = new AbortController()
  let doing = ''
  const show = out.isTTY
    ? () => out.write(`\r\x1b[K${label} ${doing} ${seconds(started)}`)
    : () =>
        out.write(`${label} ${doing} ${Date.now() - started > 1000 ? `(${seconds(started)} so far)` : ''}\n`)
  const repeat = async () => {
    while (!over.signal.aborted) {
      await sleep(out.isTTY ? 200 : STILL_EVERY_MS, undefined, { signal: over.signal, ref: false }).catch(
        () => {},
      )
      if (!over.signal.aborted && doing) show()
    }
  }
  void repeat()
  return {
    say(text) {
      doing = text
      show()
    },
    end(text) {
      over.abort()
      if (out.isTTY && doing) out.write('\r\x1b[K')
      if (text !== undefined) out.write(`${text.padEnd(44)} ${seconds(started).padStart(7)}\n`)
    },
  }
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
