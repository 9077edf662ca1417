import { operation } from '@/lib/server/operation'
import { previewSchema } from '@/lib/what-if/schema'
import { changedStars } from './changed-stars'
import { preparedStars, starColumnsOf } from './prepare-stars'
import { previewStars } from './preview-stars'
import * as schema from './schema'

/** What a preview of a contact model is made from, and whether the browser may hold it. */
export const prepareStars = operation({
  name: 'what-if.prepare-contacts',
  permission: 'models:read',
  input: schema.prepareStarsSchema,
  output: schema.preparedStarsSchema,
  run: preparedStars,
})

/** Columns for the browser, without anything that names a person. */
export const starColumns = operation({
  name: 'what-if.contact-columns',
  permission: 'scores:read',
  input: schema.starColumnsSchema,
  run: starColumnsOf,
})

/** What `models.preview` is of an engagement model. */
export const previewContactModel = operation({
  name: 'models.preview-contacts',
  permission: 'models:read',
  input: previewSchema,
  output: schema.starsPreviewOutput,
  run: previewStars,
})

/** Personal data leaves the product: audited, and not for those who see people masked. */
export const exportStarChanges = operation({
  name: 'exports.star-changes',
  permission: 'people:unmasked',
  input: schema.exportStarChangesSchema,
  run: changedStars,
  audit: ({ id, direction }, { version, asOf, contacts }) => ({ id, direction, version, asOf, contacts }),
})
