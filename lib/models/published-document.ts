import { type ContactDocument, parseContactDocument } from '@/lib/scoring/contacts/document'
import { type ModelDocument, parseModelDocument } from '@/lib/scoring/model-document'

/** Of a published version, which was parsed before it was stored: a refusal here is a bug. */
function asPublished<Document>(parsed: { ok: true; document: Document } | { ok: false; message: string }) {
  if (!parsed.ok) throw new Error(`a published document is not valid: ${parsed.message}`)
  return parsed.document
}

/** The document of a published version of either kind. */
export const publishedDocument = (version: { document: unknown }): ModelDocument =>
  asPublished(parseModelDocument(version.document))

/** The document of a published version of a contact model. */
export const publishedContactDocument = (version: { document: unknown }): ContactDocument =>
  asPublished(parseContactDocument(version.document))
