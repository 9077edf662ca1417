import { dateTicks } from '@/components/charts/date-ticks'
import type { DecayShape } from '@/components/charts/decay-data'
import { textWidth } from '@/components/charts/text-width'
import { formatDay, formatShortDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { actionName, isNegative, shapeOf, shortName } from './action-words'
import type { LinePoint } from './fading-line'
import { type Box, freePlace, overlaps, type Place } from './free-place'
import type { PathStep } from './rated-contact'
import { scoreAxis, type ScoreAxis } from './score-axis'

/** Words beside the newest fall, a line each. */
export type PathNotes = { id: string; fall: readonly string[]; since: readonly string[] }

export type PathInput = {
  width: number
  height: number
  /** Oldest first. */
  steps: readonly PathStep[]
  /** Where 2★, 3★, 4★ and 5★ begin. */
  cuts: readonly number[]
  /** Under the time clock: the score between the actions, and when it ends. */
  fading: { line: readonly LinePoint[]; asOf: number } | null
  notes: PathNotes | null
  zone: string
}

export type PathMark = { step: PathStep; x: number; y: number; shape: DecayShape }
export type Note = Box & { lines: readonly string[]; anchor: 'start' | 'end' }

/** A mark of the axis; its words may stand a little aside. */
export type PathTick = { x: number; wordsAt: number; words: readonly string[] }

export type PathLayout = {
  plot: Box
  axis: ScoreAxis
  marks: readonly PathMark[]
  /** The line through what is stored, and on through what is tried. */
  line: readonly Place[]
  triedLine: readonly Place[]
  values: readonly { x: number; y: number; text: string; strong: boolean }[]
  ticks: readonly PathTick[]
  fall: Note | null
  since: Note | null
  /** Where the score stands at the end, if it fades until then. */
  end: { x: number; y: number; text: string } | null
  /** Older steps that have no room. */
  hidden: number
}

/** Above it a day without its year could be of either. */
const LONG_MS = 300 * 86_400_000
const NARROW = 480
/** Least room between two marks of the position clock. */
const APART = 13
/** Room for each of what is tried under the time clock. */
const TRIED_APART = 34
const LEFT = 28
const LINE = 14

/** How many of the newest steps have room under the position clock; the time clock draws all it is given. */
export function stepsWithRoom(width: number): number {
  return Math.max(6, Math.floor((width - LEFT - 40) / APART))
}

/** Where everything of a score path stands in a drawing of this size. */
export function pathLayout({ width, height, steps: all, cuts, fading, notes, zone }: PathInput): PathLayout {
  const steps = fading ? all : all.slice(-stepsWithRoom(width))
  const last = steps.at(-1)
  const plot: Box = {
    left: LEFT,
    right: width - (fading ? 66 : 40),
    top: 18,
    bottom: height - (fading ? 26 : 42),
  }
  const line = fading?.line ?? []
  const scores = [...steps.map(({ score }) => score), ...line.map(({ score }) => score)]
  const axis = scoreAxis(scores, cuts, plot)

  const across = plot.right - plot.left
  const room = Math.min(across / Math.max(1, steps.length), 130)
  // A few actions stand in the middle rather than at the edge.
  const start = plot.left + (across - room * steps.length) / 2
  const [from, to] = [steps[0]?.at ?? 0, Math.max(fading?.asOf ?? 0, last?.at ?? 0)]
  // What is tried is all of one instant, so it gets room of its own after the end of time.
  const triedFrom = steps.findIndex((step) => step.tried)
  const triedCount = triedFrom < 0 ? 0 : steps.length - triedFrom
  const triedRoom = Math.min(across * 0.4, triedCount * TRIED_APART)
  const atTime = (at: number) =>
    plot.left + 8 + ((at - from) / Math.max(1, to - from)) * (across - 8 - triedRoom)
  const afterTime = (index: number) => atTime(to) + ((index - triedFrom + 1) / triedCount) * triedRoom
  const marks = steps.map((step, index) => ({
    step,
    x: fading ? (step.tried ? afterTime(index) : atTime(step.at)) : start + room * (index + 0.5),
    y: axis.y(step.score),
    shape: shapeOf(step.action),
  }))

  const stored = marks.filter(({ step }) => !step.tried)
  const tried = marks.filter(({ step }) => step.tried)
  const places = (some: readonly PathMark[]): Place[] => some.map(({ x, y }) => [x, y])
  const drawn: Place[] = fading ? line.map(({ at, score }) => [atTime(at), axis.y(score)]) : places(stored)
  const triedLine = tried.length > 0 ? [...drawn.slice(-1), ...places(tried)] : []
  const whole = [...drawn, ...places(tried)]
  const ending = tried.length === 0 ? line.at(-1) : undefined

  const values = valuesOf(marks, whole, plot, room)
  const taken: Box[] = [...values.map(({ box }) => box), ...marks.map(markBox)]
  const around = { inside: { ...plot, left: plot.left + 2, bottom: plot.bottom - 2 }, line: whole }
  const noted = width >= NARROW ? marks.findIndex(({ step }) => step.id === notes?.id) : -1
  const fall = notes ? fallNote(marks, noted, notes.fall, around, taken) : null
  const since = notes
    ? sinceNote(marks, noted, notes.since, around, fall ? [...taken, fall] : taken, plot)
    : null
  return {
    plot,
    axis,
    marks,
    line: drawn,
    triedLine,
    values: values.map(({ box: _, ...value }) => value),
    ticks: fading
      ? dateTicks(timePoints(from, to), zone, across - triedRoom).map(({ at, label }) => ({
          x: atTime(at),
          wordsAt: atTime(at),
          words: [label],
        }))
      : actionTicks(marks, width, zone),
    fall,
    since,
    end: ending
      ? { x: atTime(ending.at), y: axis.y(ending.score), text: formatNumber(ending.score, 2) }
      : null,
    hidden: all.length - steps.length,
  }
}

/** Days to mark a short axis of time with; a long one is marked by its months. */
function timePoints(from: number, to: number): number[] {
  return Array.from({ length: 7 }, (_, index) => from + ((to - from) * index) / 6)
}

const markBox = ({ x, y }: PathMark): Box => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })

/** What is named first where there is not room for all: the newest, what is tried, what fell, the first, the highest. */
function byWeight(marks: readonly PathMark[]): readonly number[] {
  const highest = Math.max(...marks.map(({ step }) => step.score))
  const lastStored = marks.findLastIndex(({ step }) => !step.tried)
  const weight = ({ step }: PathMark, index: number) =>
    (index === marks.length - 1 ? 32 : 0) +
    (index === lastStored ? 16 : 0) +
    (isNegative(step.action) ? 8 : 0) +
    (step.score === highest ? 4 : 0) +
    (index === 0 ? 2 : 0)
  return marks
    .map((mark, index) => ({ index, weight: weight(mark, index) }))
    .sort((a, b) => b.weight - a.weight || b.index - a.index)
    .map(({ index }) => index)
}

/** Scores beside their marks: above, or below where the line comes from above on both sides. */
function valuesOf(marks: readonly PathMark[], line: readonly Place[], plot: Box, room: number) {
  const placed: { x: number; y: number; text: string; strong: boolean; box: Box }[] = []
  const inside = { ...plot, top: 2, left: plot.left - 8, right: plot.right + 18 }
  const lastStored = marks.findLastIndex(({ step }) => !step.tried)
  for (const index of byWeight(marks)) {
    const mark = marks[index]
    if (!mark) continue
    const strong = index === lastStored || index === marks.length - 1 || isNegative(mark.step.action)
    const text = formatNumber(mark.step.score, 2)
    const half = textWidth(text, strong) / 2
    const at = (y: number) => ({
      left: mark.x - half,
      right: mark.x + half,
      top: y - 10,
      bottom: y + 2,
      y,
    })
    const above = at(mark.y - 9)
    const below = at(mark.y + 19)
    const isLow =
      isNegative(mark.step.action) ||
      (index > 0 && [marks[index - 1], marks[index + 1]].every((beside) => beside && beside.y < mark.y))
    const taken = [...placed.map(({ box }) => box), ...marks.filter((other) => other !== mark).map(markBox)]
    const order = isLow ? [below, above] : [above, below]
    const box =
      freePlace(order, { inside, line, taken }) ??
      // Over the line with a halo is better than nothing, for what must be named.
      (strong && (room >= 26 || !isNegative(mark.step.action))
        ? (freePlace(order, { inside, line: [], taken }) ?? null)
        : null)
    if (box) placed.push({ x: mark.x, y: box.y, text, strong, box })
  }
  return placed
}

/** Under the axis the action and its day, as many as have room. */
function actionTicks(marks: readonly PathMark[], width: number, zone: string) {
  const taken: Box[] = []
  const ticks: PathTick[] = []
  const isLong = (marks.at(-1)?.step.at ?? 0) - (marks[0]?.step.at ?? 0) > LONG_MS
  for (const index of byWeight(marks)) {
    const mark = marks[index]
    if (!mark) continue
    const { action, at, tried } = mark.step
    const name = width < NARROW ? shortName(action) : actionName(action)
    const words = [name, tried ? 'tried' : isLong ? formatDay(at, zone) : formatShortDay(at, zone)]
    const half = Math.max(...words.map((word) => textWidth(word))) / 2
    // What matters may stand a little aside of its mark.
    const aside = isNegative(action) || index === marks.length - 1 ? [0, -8, 8, -14, 14, -18, 18] : [0]
    const box = aside
      .map((by) => ({ left: mark.x + by - half, right: mark.x + by + half, top: 0, bottom: 30 }))
      .find((one) => one.left >= -2 && one.right <= width && !taken.some((other) => overlaps(one, other, 8)))
    if (!box) continue
    taken.push(box)
    ticks.push({ x: mark.x, wordsAt: (box.left + box.right) / 2, words })
  }
  return ticks.sort((a, b) => a.x - b.x)
}

type Around = { inside: Box; line: readonly Place[] }

function noteAt(x: number, middle: number, lines: readonly string[], anchor: 'start' | 'end'): Note {
  const wide = Math.max(...lines.map((line, index) => textWidth(line, index === 0)))
  const [left, right] = anchor === 'end' ? [x - wide, x] : [x, x + wide]
  const tall = lines.length * LINE
  return { left, right, top: middle - tall / 2, bottom: middle + tall / 2, lines, anchor }
}

/** What fell, left of the line that falls. */
function fallNote(
  marks: readonly PathMark[],
  index: number,
  lines: readonly string[],
  around: Around,
  taken: readonly Box[],
): Note | null {
  const [before, mark] = [marks[index - 1], marks[index]]
  if (!before || !mark) return null
  const candidates = [0.7, 0.6, 0.8, 0.5, 0.9, 1].flatMap((share) => {
    const x = before.x + (mark.x - before.x) * share
    const y = before.y + (mark.y - before.y) * share
    // The lower corner of the box is nearest to the line.
    return [noteAt(x - 10, y + 6, lines, 'end'), noteAt(x - 10, y + 18, lines, 'end')]
  })
  return freePlace(candidates, { ...around, taken })
}

/** What became of it since, under the line that rises again. */
function sinceNote(
  marks: readonly PathMark[],
  index: number,
  lines: readonly string[],
  around: Around,
  taken: readonly Box[],
  plot: Box,
): Note | null {
  const mark = marks[index]
  if (!mark || lines.length === 0) return null
  const candidates = [22, 30, 10, 40, 54].flatMap((down) => [
    noteAt(mark.x + 24, mark.y + down, lines, 'start'),
    noteAt(mark.x + 14, mark.y + down, lines, 'start'),
    noteAt(plot.right - 4, mark.y + down, lines, 'end'),
  ])
  return freePlace(candidates, { ...around, taken })
}
