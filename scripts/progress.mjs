import { setTimeout as sleep } from 'node:timers/promises'

const FIRST_LINE_AFTER_MS = 1000
const NEXT_LINE_AFTER_MS = 15_000

/**
 * Numbered steps on the terminal: a line that counts the seconds while a step works, and its result when it is done.
 * Where nobody watches (a file, a pipe) a step that takes long says so after a moment and now and then.
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
  let doing = 'working'
  const show = out.isTTY
    ? () => out.write(`\r\x1b[K${label} ${doing} ${seconds(started)}`)
    : () => out.write(`${label} ${doing} (${seconds(started)} so far)\n`)
  const keepShowing = async () => {
    let pause = out.isTTY ? 200 : FIRST_LINE_AFTER_MS
    for (;;) {
      await sleep(pause, undefined, { signal: over.signal, ref: false })
      show()
      if (!out.isTTY) pause = NEXT_LINE_AFTER_MS
    }
  }
  keepShowing().catch(() => {})
  return {
    say: (text) => (doing = text),
    end(text) {
      over.abort()
      if (out.isTTY) out.write('\r\x1b[K')
      if (text !== undefined) out.write(`${text.padEnd(44)} ${seconds(started).padStart(7)}\n`)
    },
  }
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
