/** Forms that no rule takes back to their verb. */
const irregular: Readonly<Record<string, string>> = {
  began: 'begin',
  begun: 'begin',
  bought: 'buy',
  built: 'build',
  done: 'do',
  found: 'find',
  made: 'make',
  paid: 'pay',
  ran: 'run',
  seen: 'see',
  sent: 'send',
  spent: 'spend',
  used: 'use',
  written: 'write',
}

/** `planned` → `planned` without its ending is `plann`: one n too many. */
const undoubled = (stem: string) => (/^.{2,}([bdgkmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem)

function withoutEnding(word: string): string {
  if (/(ies|ied)$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/ing$/.test(word) && word.length > 5) return undoubled(word.slice(0, -3))
  if (/[^e]ed$/.test(word) && word.length > 4) return undoubled(word.slice(0, -2))
  if (/(s|x|z|ch|sh)es$/.test(word) && word.length > 4) return word.slice(0, -2)
  if (/[^sui]s$/.test(word) && word.length > 3) return word.slice(0, -1)
  return word
}

/**
 * **Stem**: an English word without the endings that event names differ by; no dictionary, so it need not be a word.
 *
 * @param word lower case
 *
 * Example: create, creates, created and creating are all `creat`; invited and invites `invit`; planned `plan`.
 */
export function wordStem(word: string): string {
  const base = irregular[word] ?? withoutEnding(word)
  return base.length > 3 ? base.replace(/e$/, '') : base
}
