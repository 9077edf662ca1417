import type { ContactDocument } from '../document'
import { type CountedColumns, countColumns, countingKey } from './counted-columns'
import { keptWorths, logAges, rateColumns } from './rate-columns'
import { scoreColumns } from './score-columns'
import { type StarChange, starChange } from './star-change'
import type { LiveStars, StarColumns } from './star-columns'
import { type StarMover, starMovers } from './star-movers'
import { type StarSummary, starColumn, starSummary } from './star-summary'

/** What a document makes of everybody. */
export type StarsWhatIf = StarSummary & {
  /** Against the live version; null without one. */
  change: StarChange | null
  /** The same document read in the order running, and final. */
  orders: { running: StarSummary; final: StarSummary; change: StarChange }
}

export type EvaluatedStars = {
  whatIf: StarsWhatIf
  /** Null for who is no contact under the document. */
  scoreOf: (contact: number) => number | null
  /** 0 for who is no contact under the document. */
  starsOf: (contact: number) => number
  /** Those whose score changes most against the live version; none without one. */
  movers: (direction: 'up' | 'down', limit: number) => readonly StarMover[]
}

/** Keeps what was made for the newest keys: a slider that goes to and fro finds the last ones. */
function keeper<Value>(most: number) {
  const kept = new Map<string, Value>()
  return (key: string, make: () => Value): Value => {
    const value = kept.get(key) ?? make()
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return value
  }
}

/**
 * Evaluates one document after the other on the same contacts: everybody, scored as `scoreContact` scores each. Which
 * actions count is found once for all documents that agree on it, so that points, severities, gravity, order, floor and
 * cuts cost an addition for each action.
 *
 * @param live what is compared with, in the rows of `columns`
 */
export function compileStarsWhatIf(
  columns: StarColumns,
  live: LiveStars | null = null,
): (document: ContactDocument) => EvaluatedStars {
  const countedOf = keeper<CountedColumns>(2)
  const logsOf = keeper<Float64Array>(1)
  const worthsOf = keeper<Float64Array>(2)

  function scoresOf(document: ContactDocument): Float64Array {
    const { clock, gravity } = document
    const counting = countingKey(document)
    const counted = countedOf(counting, () => countColumns(columns, document))
    const unit = clock.type === 'time' ? clock.unit : null
    const logs = () => (unit ? logsOf(`${counting} ${unit}`, () => logAges(columns, counted, unit)) : null)
    const kept = worthsOf(`${counting} ${unit} ${gravity}`, () =>
      keptWorths(clock, gravity, counted.longest, logs()),
    )
    return rateColumns(columns, counted, document, kept)
  }

  return (document) => {
    const scores = scoresOf(document)
    const stars = starColumn(scores, document)
    const summary = starSummary(scores, stars)
    const otherScores = scoresOf({ ...document, order: document.order === 'running' ? 'final' : 'running' })
    const otherStars = starColumn(otherScores, document)
    const other = starSummary(otherScores, otherStars)
    const isRunning = document.order === 'running'
    return {
      whatIf: {
        ...summary,
        change: live && starChange(live.stars, stars),
        orders: {
          running: isRunning ? summary : other,
          final: isRunning ? other : summary,
          change: isRunning ? starChange(stars, otherStars) : starChange(otherStars, stars),
        },
      },
      scoreOf: (contact) => (stars[contact] ? (scores[contact] ?? null) : null),
      starsOf: (contact) => stars[contact] ?? 0,
      movers: (direction, limit) => (live ? starMovers(live, { scores, stars }, direction, limit) : []),
    }
  }
}

/** What a document makes of everybody, to be compared with. */
export function liveStars(columns: StarColumns, document: ContactDocument): LiveStars {
  const { scores, stars } = scoreColumns(columns, document)
  return { document, scores, stars }
}
