import { comment, warehouse } from '@/lib/warehouse/client'
import { type BinaryColumn, readRowBinary } from '../row-binary'

const ofScored = (behaviors: number) =>
  Array.from({ length: behaviors }, (_, j) => `if(state = 'scored', counts[${j + 1}], 0)`)

/** Everybody of one source of counts, by internal id. */
export type CountColumns = {
  size: number
  /** Ascending. */
  people: BigUint64Array
  /** Index into `personStates`, which is what the warehouse stores. */
  states: Uint8Array
  tenures: Float64Array
  /** Per behavior of the document that was counted; 0 of whoever has no score. */
  counts: readonly Float64Array[]
}

/** What a run says of everybody it knows, by internal id. */
export type ScoreColumns = {
  size: number
  /** Ascending. */
  people: BigUint64Array
  /** Under the version's own reference; NaN where there is none. */
  scores: Float64Array
  /** Index into the tiers given; -1 where there is none. */
  tiers: Int8Array
  counts: readonly Float64Array[]
}

async function read(
  what: string,
  from: string,
  params: Record<string, unknown>,
  columns: readonly (BinaryColumn & { sql: string })[],
  rows: number,
): Promise<void> {
  const { stream } = await warehouse().exec({
    query: `SELECT ${columns.map(({ sql }) => sql).join(', ')} ${from} ORDER BY person_id FORMAT RowBinary`,
    query_params: params,
    clickhouse_settings: { log_comment: comment('pages', what) },
  })
  await readRowBinary(stream, rows, columns)
}

const fromCount = 'FROM run_counts WHERE run_id = {id:UUID}'
const fromRun = 'FROM scores WHERE workspace_id = {workspace:UUID} AND run_id = {id:UUID}'

const columnsOfCounts = (counts: readonly Float64Array[]) => {
  const sqls = ofScored(counts.length)
  return counts.map((into, j) => ({ type: 'Float64' as const, into, sql: sqls[j] ?? '' }))
}

const manyColumns = (behaviors: number, size: number) =>
  Array.from({ length: behaviors }, () => new Float64Array(size))

type Asked = { workspace: string; id: string; size: number; behaviors: number }

/** The counts of a run (`scores`) or of a preview count (`run_counts`); throws where `size` is not what there is. */
export async function readCountColumns(
  kind: 'run' | 'count',
  { workspace, id, size, behaviors }: Asked,
): Promise<CountColumns> {
  const people = new BigUint64Array(size)
  const states = new Uint8Array(size)
  const tenures = new Float64Array(size)
  const counts = manyColumns(behaviors, size)
  await read(
    `what-if-${kind}`,
    kind === 'run' ? fromRun : fromCount,
    { workspace, id },
    [
      { type: 'UInt64', into: people, sql: 'person_id' },
      { type: 'UInt8', into: states, sql: 'toUInt8(toInt8(state))' },
      { type: 'Float64', into: tenures, sql: 'tenure_days' },
      ...columnsOfCounts(counts),
    ],
    size,
  )
  return { size, people, states, tenures, counts }
}

/** What a run says; `tiers` are the keys of its version, lowest first. Throws where `size` is not what there is. */
export async function readScoreColumns(
  { workspace, id, size, behaviors }: Asked,
  tierKeys: readonly string[],
): Promise<ScoreColumns> {
  const people = new BigUint64Array(size)
  const scores = new Float64Array(size)
  const tiers = new Int8Array(size)
  const counts = manyColumns(behaviors, size)
  await read(
    'what-if-live',
    fromRun,
    { workspace, id, tiers: tierKeys },
    [
      { type: 'UInt64', into: people, sql: 'person_id' },
      { type: 'Float64', into: scores, sql: 'ifNull(score, nan)' },
      {
        type: 'Int8',
        into: tiers,
        sql: 'toInt8(toInt16(indexOf({tiers:Array(String)}, toString(tier))) - 1)',
      },
      ...columnsOfCounts(counts),
    ],
    size,
  )
  return { size, people, scores, tiers, counts }
}
