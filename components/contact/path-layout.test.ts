import { describe, expect, it } from 'vitest'
import { fadingLine } from './fading-line'
import { freePlace, overlaps, type Place, runsThrough } from './free-place'
import { type PathInput, pathLayout, stepsWithRoom } from './path-layout'
import { ratedContact } from './rated-contact'
import { scoreAxis, scoreTop } from './score-axis'
import { contactModel, daily, DAY, lena, LENA_AS_OF } from './testing'

const usual = contactModel()

const inputOf = (width: number, rest: Partial<PathInput> = {}): PathInput => ({
  width,
  height: 300,
  steps: ratedContact(lena, usual, LENA_AS_OF).path,
  cuts: usual.stars,
  fading: null,
  notes: {
    id: 'e6',
    fall: ['hard bounce', '3.19 ÷ 2'],
    since: ['one read later the', 'divisor is 1.5'],
  },
  zone: 'UTC',
  ...rest,
})

describe('places for words', () => {
  const line: readonly Place[] = [
    [0, 0],
    [100, 100],
  ]
  const inside = { left: 0, right: 200, top: 0, bottom: 200 }
  const box = (left: number, top: number) => ({ left, right: left + 20, top, bottom: top + 10 })
  it('keeps off the line, off what stands already, and inside', () => {
    expect(runsThrough(line, box(40, 45))).toBe(true)
    expect(runsThrough(line, box(80, 20))).toBe(false)
    expect(overlaps(box(0, 0), box(21, 0))).toBe(true)
    expect(overlaps(box(0, 0), box(23, 0))).toBe(false)
    const around = { inside, line, taken: [box(120, 20)] }
    expect(freePlace([box(40, 45), box(190, 0), box(125, 25), box(150, 50)], around)).toEqual(box(150, 50))
    expect(freePlace([box(40, 45)], around)).toBeNull()
  })
})

describe('the axis of scores', () => {
  const cuts = [2, 3, 5, 9]
  it('ends above the highest score, with room to name the star above it', () => {
    expect(scoreTop([4.9], cuts)).toBe(6.25)
    expect(scoreTop([0.5], cuts)).toBe(2.5)
    expect(scoreTop([100], cuts)).toBeCloseTo(112, 9)
  })
  it('names every band that can be seen', () => {
    const { bands, cuts: shown } = scoreAxis([4.9], cuts, { top: 18, bottom: 258 })
    expect(bands.map(({ stars }) => stars)).toEqual([1, 2, 3, 4])
    expect(shown.map(({ label }) => label)).toEqual(['2', '3', '5'])
  })
  it('leaves out names of cuts that have no room', () => {
    const { cuts: shown } = scoreAxis([60], cuts, { top: 18, bottom: 258 })
    expect(shown.map(({ label }) => label)).toEqual([null, null, '5', '9'])
  })
})

describe('the path of the worked example', () => {
  const wide = pathLayout(inputOf(745))
  it('names every score and every action where there is room', () => {
    expect(wide.values.map(({ text }) => text).sort()).toEqual(
      ['1.59', '2.00', '3.00', '3.62', '3.67', '4.17', '4.57', '4.90'].sort(),
    )
    expect(wide.ticks.map(({ words }) => words.join(' '))).toContain('hard bounce 16 Dec')
    expect(wide.ticks).toHaveLength(8)
  })
  it('tells of the fall and of what became of it, off the line', () => {
    expect(wide.fall?.lines).toEqual(['hard bounce', '3.19 ÷ 2'])
    expect(wide.since?.lines).toEqual(['one read later the', 'divisor is 1.5'])
    for (const note of [wide.fall, wide.since]) expect(note && runsThrough(wide.line, note)).toBe(false)
    expect(wide.fall && wide.since && overlaps(wide.fall, wide.since)).toBe(false)
  })
  it('draws its own for a phone: no notes, the newest, the fall and the first named', () => {
    const narrow = pathLayout(inputOf(332))
    expect(narrow.fall).toBeNull()
    expect(narrow.marks).toHaveLength(8)
    const texts = narrow.values.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['3.62', '1.59', '2.00', '4.90']))
    const named = narrow.ticks.map(({ words }) => words.join(' '))
    expect(named).toEqual(expect.arrayContaining(['sub 4 Nov', 'bounce 16 Dec', 'read 6 Jan']))
  })
  it('puts what is tried on a line of its own that goes on from the last action', () => {
    const { path } = ratedContact(lena, usual, LENA_AS_OF, ['read', 'read'])
    const { line, triedLine, ticks } = pathLayout(inputOf(745, { steps: path }))
    expect(line).toHaveLength(8)
    expect(triedLine).toHaveLength(3)
    expect(triedLine[0]).toEqual(line.at(-1))
    expect(ticks.at(-1)?.words).toEqual(['read', 'tried'])
  })
})

describe('long paths', () => {
  const history = daily(...Array.from({ length: 400 }, () => 'read' as const))
  const { path } = ratedContact(history, usual, Date.UTC(2027, 5, 1))
  it('shows the newest that have room, none over the edge', () => {
    for (const width of [290, 332, 745, 1000]) {
      const { marks, values, plot } = pathLayout(inputOf(width, { steps: path, notes: null }))
      expect(marks.length).toBe(Math.min(path.length, stepsWithRoom(width)))
      expect(marks.at(-1)?.x).toBeLessThanOrEqual(plot.right)
      expect(marks[0]?.x).toBeGreaterThanOrEqual(plot.left)
      expect(values.some(({ strong }) => strong)).toBe(true)
    }
  })
})

describe('the time clock', () => {
  const model = contactModel({ clock: { type: 'time' } })
  const history = daily('subscribed', 'read', 'forward')
  const asOf = Date.UTC(2026, 0, 3) + 40 * DAY
  const { path, now } = ratedContact(history, model, asOf)
  const line = fadingLine(now.counted, path, model, asOf)
  it('fades between actions down to the score of now', () => {
    expect(line.at(-1)).toEqual({ at: asOf, score: expect.closeTo(now.score, 9) as number })
    const after = line.slice(line.findLastIndex(({ score }) => score === path[2]?.score))
    expect(after.every(({ score }, index) => score <= (after[index - 1]?.score ?? Infinity) + 1e-9)).toBe(
      true,
    )
  })
  it('is drawn over days', () => {
    const { marks, plot, ticks } = pathLayout(
      inputOf(745, { steps: path, fading: { line, asOf }, notes: null }),
    )
    expect((marks[2]?.x ?? 0) - plot.left).toBeLessThan((plot.right - plot.left) / 10)
    expect(ticks.length).toBeGreaterThan(2)
  })
  it('gives what is tried now room of its own, from where the score has faded to', () => {
    const next = ratedContact(history, model, asOf, ['read', 'click']).path
    const {
      marks,
      line: drawn,
      triedLine,
      plot,
    } = pathLayout(inputOf(745, { steps: next, fading: { line, asOf }, notes: null }))
    expect(triedLine).toHaveLength(3)
    expect(triedLine[0]).toEqual(drawn.at(-1))
    const [first, second] = marks.slice(-2)
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(20)
    expect(second?.x).toBeLessThanOrEqual(plot.right + 1)
  })
})
