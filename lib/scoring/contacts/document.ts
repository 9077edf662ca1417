import { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import { type DocumentPath, inPlainWords, problemOf } from '../document/document-problem'
import { contactGrammar, type WrittenContactDocument } from './grammar/contact'

/** A contact model: every default filled, the subscription among its actions, the floor decided. */
export type ContactDocument = DeepReadonly<WrittenContactDocument>

export type ActionRule = ContactDocument['actions'][number]
export type Clock = ContactDocument['clock']

/** A document as somebody writes it: defaults may be left out. */
export type ContactDocumentInput = z.input<typeof contactGrammar>

export type ContactProblem = { path: DocumentPath; message: string }

/** `path` leads to the first problem of a refused one. */
export type ParsedContactDocument =
  { ok: true; document: ContactDocument } | ({ ok: false; code: 'invalid_document' } & ContactProblem)

/** Everything the grammar has against a contact model, each at its path in a sentence; nothing of a valid one. */
export function contactDocumentProblems(input: unknown): readonly ContactProblem[] {
  const read = contactGrammar.safeParse(input, inPlainWords)
  return read.success ? [] : read.error.issues.map(problemOf)
}

/**
 * Reads a contact model from outside; of several problems the first in the order of the grammar is told. Throws
 * nothing, whatever it is given.
 */
export function parseContactDocument(input: unknown): ParsedContactDocument {
  const read = contactGrammar.safeParse(input, inPlainWords)
  if (read.success) return { ok: true, document: read.data }
  const [first] = read.error.issues
  const problem = first ? problemOf(first) : { path: [], message: 'The document is not valid.' }
  return { ok: false, code: 'invalid_document', ...problem }
}

/** The grammar as JSON Schema (draft 2020-12), of what may be written; rules across fields are not in it. */
export function contactDocumentJsonSchema() {
  return z.toJSONSchema(contactGrammar, { io: 'input' })
}
