import { z } from 'zod'

/** Whose ratings: parameters that every question about them has. */
export const ofVersion = { workspace: z.uuid(), version: z.uuid() }

/**
 * Goes at the end of questions about ratings: a set of a million ids is in every granule, so it is not looked up in the
 * index; and a version is a partition, so nothing is to be merged across them.
 */
export const ratingsSettings = `
  SETTINGS use_index_for_in_with_subqueries_max_values = 10000, do_not_merge_across_partitions_select_final = 1`

const ofRatings = 'workspace_id = {workspace:UUID} AND version_id = {version:UUID}'

/** The ratings of everybody as they are now. @param where SQL of our own of the columns of `contact_ratings` */
export const ratings = (columns: string, where = '1') => `
  SELECT ${columns} FROM contact_ratings FINAL WHERE ${ofRatings} AND stars > 0 AND (${where})`

/** The ratings of everybody at a past point, bound as `then`. */
export const pointsThen = (columns: string, where = '1') => `
  SELECT ${columns} FROM contact_points FINAL
  WHERE ${ofRatings} AND as_of = {then:DateTime64(3, 'UTC')} AND (${where})`
