import { columnFacts } from './column-facts'
import { guessMappings } from './guess-mapping'
import { checkMapping, type FileKind, type KindMapping, type MappingProblem } from './mapping-schema'
import type { RowBatch } from './read-rows'

/** A mapping that is wrong for its file. The problems name the field; the messages may be shown as they are. */
export class MappingError extends Error {
  constructor(readonly problems: readonly MappingProblem[]) {
    super(problems.map(({ path, message }) => `${['mapping', ...path].join('.')}: ${message}`).join(' '))
    this.name = 'MappingError'
  }
}

/**
 * The mapping by which a file is read, from what was asked for and the first batch of its rows: guessed where none was
 * given; its order of day and month, where it says none, is what the dates of the first batch prove. Throws
 * MappingError.
 */
export function completeMapping(kind: FileKind, given: unknown, batch: RowBatch): KindMapping {
  const exhaustive = batch.format.type === 'csv'
  const mapping = given ?? guessMappings(factsOf(batch), exhaustive)[kind]
  if (mapping === null)
    throw new MappingError([
      { path: [], message: `The columns of ${kind} cannot be guessed. Give a mapping.` },
    ])
  const checked = checkMapping(kind, mapping, batch.columns, exhaustive)
  if (!checked.ok) throw new MappingError(checked.problems)
  const mapped = { kind, mapping: checked.mapping } as KindMapping
  const time = mapped.mapping.timestamp
  if (mapped.mapping.dateOrder !== undefined || time === undefined) return mapped
  const dateOrder = columnFacts(time, valuesOf(batch, time)).dateOrder
  if (dateOrder !== null) mapped.mapping.dateOrder = dateOrder
  return mapped
}

export const factsOf = (batch: RowBatch) =>
  batch.columns.map((name) => columnFacts(name, valuesOf(batch, name)))

const valuesOf = (batch: RowBatch, column: string) => batch.rows.map((row) => row.values[column])
