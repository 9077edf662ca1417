import { wordStem } from './word-stem'

/** A word of a name: as it was written, and what it means. */
export type EventWord = { written: string; meaning: string }

/** Words for the same doing or thing, whatever the tracker; the first names the meaning. */
const sameMeaning = [
  ['create', 'add', 'new', 'make', 'generate', 'insert', 'compose', 'creation'],
  ['complete', 'finish', 'do', 'close', 'resolve', 'completion', 'end', 'achieve'],
  ['view', 'see', 'open', 'visit', 'read', 'look', 'click', 'tap', 'press', 'select'],
  ['send', 'post', 'deliver'],
  ['update', 'edit', 'change', 'modify', 'revise'],
  ['start', 'begin', 'initiate', 'launch'],
  ['run', 'execute'],
  ['invite', 'invitation'],
  ['order', 'purchase', 'buy'],
  ['play', 'listen', 'watch', 'playback'],
  ['like', 'favorite', 'favourite', 'heart', 'upvote', 'thumb'],
  ['remove', 'delete'],
  ['cancel', 'cancellation', 'canceled', 'cancelled', 'cancelling'],
  ['login', 'signin', 'logon'],
  ['signup', 'register', 'registration'],
  ['cart', 'basket', 'bag', 'trolley'],
  ['wishlist', 'wish'],
  ['document', 'doc'],
  ['app', 'application'],
  ['catalog', 'catalogue'],
  ['assign', 'assignment'],
] as const

const meanings = new Map(
  sameMeaning.flatMap((words) => words.map((word) => [wordStem(word), wordStem(words[0])] as const)),
)

/** Two words that are one, in the form their stems have. */
const compounds = new Map([
  ['log in', 'login'],
  ['sign in', 'login'],
  ['log out', 'logout'],
  ['sign out', 'logout'],
  ['sign up', 'signup'],
  ['check out', 'checkout'],
  ['wish list', 'wishlist'],
  ['watch list', 'watchlist'],
  ['play list', 'playlist'],
  ['to do', 'todo'],
  ['sub task', 'subtask'],
])

/** Words that trackers write together. */
const runTogether: Readonly<Record<string, readonly string[]>> = {
  pageview: ['page', 'view'],
  screenview: ['screen', 'view'],
  addtocart: ['add', 'cart'],
}

const filler = new Set([
  ...[
    'a',
    'an',
    'the',
    'of',
    'in',
    'on',
    'at',
    'by',
    'for',
    'from',
    'with',
    'and',
    'or',
    'to',
    'my',
    'your',
    'their',
  ],
  ...['event', 'button', 'success', 'successful', 'successfully'],
  ...['web', 'mobile', 'ios', 'android', 'desktop', 'server', 'client'],
])

/** How it was done on the screen: says nothing beside what was done. */
const pointing = new Set(['click', 'tap', 'press'])

/** Who did it: says nothing at the head of a name. */
const actors = new Set(['user', 'customer', 'visitor', 'person'])

function written(name: string): string[] {
  const parted = name
    .replace(/['’]/g, '')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
  const words = parted.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.flatMap((word) => runTogether[word] ?? (/^\p{N}+$/u.test(word) ? [] : [word]))
}

function joined(words: readonly string[]): EventWord[] {
  const found: EventWord[] = []
  for (let at = 0; at < words.length; at++) {
    const [word = '', next = ''] = words.slice(at, at + 2)
    const compound = compounds.get(`${wordStem(word)} ${wordStem(next)}`)
    if (compound) at++
    const stem = compound ?? wordStem(word)
    found.push({ written: compound ? `${word} ${next}` : word, meaning: meanings.get(stem) ?? stem })
  }
  return found
}

/**
 * **Words of an event's name**, each once: parted at spaces, punctuation and capitals, brought to their stem, synonyms
 * to one meaning, without filler, without clicks beside what they do, and without the one who did it at the head. A name of nothing else keeps its words.
 *
 * Example: `User Created Task`, `task_created` and `taskAdded` all mean {creat, task}; `Signed In` means {login}.
 */
export function eventWords(name: string): readonly EventWord[] {
  const all = joined(written(name))
  const telling = all.filter(({ written: word }) => !filler.has(word))
  const [first, ...rest] = telling
  const kept = first && rest.length > 0 && actors.has(first.written) ? rest : telling
  const doing = kept.filter(({ written: word }) => !pointing.has(wordStem(word)))
  const words = doing.length > 1 ? doing : kept.length > 0 ? kept : all
  return words.filter(({ meaning }, at) => words.findIndex((other) => other.meaning === meaning) === at)
}

/** What one word means, by the same rules. */
export const meaningOf = (word: string): string => meanings.get(wordStem(word)) ?? wordStem(word)
