import { type ContactDocument, contactDocumentJsonSchema, parseContactDocument } from './contacts/document'
import type { DocumentPath } from './document/document-problem'
import {
  type EngagementDocument,
  engagementDocumentJsonSchema,
  parseEngagementDocument,
} from './engagement/document'

/** A model of either kind, every default filled. */
export type ModelDocument = EngagementDocument | ContactDocument
export type ModelKind = ModelDocument['kind']

/** `path` leads to the first problem of a refused one. */
export type ParsedModelDocument =
  | { ok: true; document: ModelDocument }
  | { ok: false; code: 'invalid_document'; message: string; path: DocumentPath }

/** The kind that a document says it is of; of one that names neither, `engagement`, whose grammar says what is missing. */
export function kindOf(document: unknown): ModelKind {
  const isContact =
    typeof document === 'object' && document !== null && 'kind' in document && document.kind === 'contact'
  return isContact ? 'contact' : 'engagement'
}

/**
 * Reads a model from outside by the grammar of its kind; of several problems the first in the order of that grammar is
 * told. Throws nothing, whatever it is given.
 */
export function parseModelDocument(input: unknown): ParsedModelDocument {
  return kindOf(input) === 'contact' ? parseContactDocument(input) : parseEngagementDocument(input)
}

/** The grammar of both kinds as JSON Schema (draft 2020-12), of what may be written; rules across fields are not in it. */
export function modelDocumentJsonSchema() {
  const { $schema, ...engagement } = engagementDocumentJsonSchema()
  const { $schema: _, ...contact } = contactDocumentJsonSchema()
  return { $schema, oneOf: [engagement, contact] }
}
