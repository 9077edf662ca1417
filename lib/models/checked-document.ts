import { accepted } from '@/lib/engagement/checked-document'
import { type ContactDocument, parseContactDocument } from '@/lib/scoring/contacts/document'
import { type ModelDocument, parseModelDocument } from '@/lib/scoring/model-document'

/** A model of either kind, its defaults filled. Throws AppError `invalid` with the path of the first problem. */
export const checkedDocument = (document: unknown): ModelDocument => accepted(parseModelDocument(document))

/** A contact model, its defaults filled. Throws AppError `invalid` with the path of the first problem. */
export const checkedContactDocument = (document: unknown): ContactDocument =>
  accepted(parseContactDocument(document))
