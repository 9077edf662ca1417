import { DAY_MS, type Frame } from '@/lib/scoring/engagement/frame'
import type { BoundValues } from './bound-values'

/** A run, the instants it scores at, and whether its n_j are stored. */
export type RunPoint = { run: string; frame: Frame; keepCounts: boolean }

/** Instants as whole numbers above 0 for every one that can be stored (1900 to 2299), so that 0 means none. */
const BEFORE_ALL = 2_208_988_800_001

/** SQL of the instant (ms since 1970) of a stamp, and of the stamp of an instant. */
export const stampOf = (ms: string) => `(${ms} + ${BEFORE_ALL})`
export const instantOfStamp = (stamp: string) => `(${stamp} - ${BEFORE_ALL})`

/** The zone whose days are counted, a parameter of the statement. */
export const ZONE = '{zone:String}'

/** The calendar day of an instant (a DateTime64), as a number: before 1970 below 0. */
export const dayOf = (instant: string) => `toInt32(toDate32(${instant}, ${ZONE}))`

/** Bound numbers per point, and what SQL makes of them. `p` is the column of the point's index. */
export class RunPoints {
  /** Ascending by asOf. */
  readonly points: readonly RunPoint[]
  private readonly asOfs: readonly number[]
  private readonly froms: readonly number[]

  /**
   * Throws where there is no point, or windows are not in the order of their ends: frames of one model at first instants
   * of local days always are.
   */
  constructor(
    points: readonly RunPoint[],
    private readonly values: BoundValues,
  ) {
    this.points = points.toSorted((a, b) => a.frame.asOf - b.frame.asOf)
    this.asOfs = this.points.map(({ frame }) => frame.asOf)
    this.froms = this.points.map(({ frame }) => frame.windowFrom)
    if (points.length === 0) throw new Error('nothing is counted without a point')
    if (this.froms.some((from, p) => from < (this.froms[p - 1] ?? from)))
      throw new Error('the windows of points overtake each other')
  }

  get count(): number {
    return this.points.length
  }

  /** Events before `seenFrom` are of no window, those from `seenUntil` on of no point. */
  get seenFrom(): Date {
    return new Date(Math.min(...this.froms))
  }

  get seenUntil(): Date {
    return new Date(Math.max(...this.asOfs))
  }

  /** Whole days that hold any window, at most, whatever the zone. */
  get mostDays(): number {
    return (
      Math.max(...this.points.map(({ frame }) => Math.ceil((frame.asOf - frame.windowFrom) / DAY_MS))) + 2
    )
  }

  /** A value of the row's point. */
  private valueOf(type: Parameters<BoundValues['bind']>[0], of: (point: RunPoint) => unknown): string {
    return `arrayElement(${this.values.bind(type, this.points.map(of))}, ${this.count === 1 ? 1 : 'p'})`
  }

  get run(): string {
    return this.valueOf('Array(UUID)', ({ run }) => run)
  }

  get keepCounts(): string {
    return this.valueOf('Array(Bool)', ({ keepCounts }) => keepCounts)
  }

  get asOf(): string {
    return this.valueOf('Array(Int64)', ({ frame }) => frame.asOf)
  }

  get windowFrom(): string {
    return this.valueOf('Array(Int64)', ({ frame }) => frame.windowFrom)
  }

  get activeFrom(): string {
    return this.valueOf('Array(Int64)', ({ frame }) => frame.activeFrom)
  }

  /** The first day of the row's window, as `dayOf` counts days. */
  get firstDay(): string {
    const starts = this.values.bind('Array(Int64)', this.froms)
    const days = `arrayMap(ms -> ${dayOf("fromUnixTimestamp64Milli(ms, 'UTC')")}, ${starts})`
    return `arrayElement(${days}, ${this.count === 1 ? 1 : 'p'})`
  }

  /** Age in days at the row's point, of an instant. */
  age = (at: string) => `((${this.asOf} - ${at}) / ${DAY_MS})`

  /** Index from 1 of the first point that sees an instant before `seenUntil`. */
  firstSeeing = (at: string) => `(${this.notAfter(at, this.asOfs)} + 1)`

  /** Indices from 1 of the points whose window holds an instant, for arrayJoin. */
  ofWindow = (at: string) => `range(${this.firstSeeing(at)}, ${this.notAfter(at, this.froms)} + 1)`

  /** An aggregate of the rows of each point, as an array with an entry per point. */
  aggregate(call: string, ...args: string[]): string {
    if (this.count === 1) return `[${call}(${args.join(', ')})]`
    return `${call}Resample(1, ${this.count + 1}, 1)(${[...args, 'p'].join(', ')})`
  }

  /** How many of ascending instants are not after `at`, by binary search. */
  private notAfter(at: string, instants: readonly number[]): string {
    const distinct = [...new Set(instants)]
    // Below its first bound roundDown answers the first bound: one that no instant is below.
    const bounds = this.values.bind('Array(Int64)', [-Number.MAX_SAFE_INTEGER, ...distinct])
    const counts = this.values.bind('Array(UInt64)', [
      0,
      ...distinct.map((one) => instants.lastIndexOf(one) + 1),
    ])
    return `transform(roundDown(${at}, ${bounds}), ${bounds}, ${counts}, toUInt64(0))`
  }
}
