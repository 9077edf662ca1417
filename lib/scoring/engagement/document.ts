import { z } from 'zod'
import type { DeepReadonly } from '../deep-readonly'
import type { DocumentNote } from '../document/document-note'
import { notesOn } from './document-notes'
import { type DocumentPath, inPlainWords, problemOf } from '../document/document-problem'
import { engagementGrammar, type WrittenDocument } from './grammar/engagement'

/** An engagement model: every default filled, every matcher in its long form. */
export type EngagementDocument = DeepReadonly<WrittenDocument>

export type Behavior = EngagementDocument['behaviors'][number]
export type Match = Behavior['match']
export type Stage = EngagementDocument['lifecycle']['stages'][number]
export type Tier = EngagementDocument['tiers'][number]
export type ZerosRule = EngagementDocument['normalisation']['zeros']

/** A document as somebody writes it: defaults may be left out. */
export type EngagementDocumentInput = z.input<typeof engagementGrammar>

/** `notes` are advice on an accepted document; `path` leads to the first problem of a refused one. */
export type ParsedDocument =
  | { ok: true; document: EngagementDocument; notes: readonly DocumentNote[] }
  | { ok: false; code: 'invalid_document'; message: string; path: DocumentPath }

function isContactModel(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'kind' in input && input.kind === 'contact'
}

/**
 * Reads an engagement model from outside; of several problems the first in the order of the grammar is told. Throws
 * nothing, whatever it is given.
 */
export function parseEngagementDocument(input: unknown): ParsedDocument {
  if (isContactModel(input)) {
    const message = 'kind must be "engagement": this is a contact model.'
    return { ok: false, code: 'invalid_document', path: ['kind'], message }
  }

  const read = engagementGrammar.safeParse(input, inPlainWords)
  if (!read.success) {
    const [first] = read.error.issues
    const problem = first ? problemOf(first) : { path: [], message: 'The document is not valid.' }
    return { ok: false, code: 'invalid_document', ...problem }
  }

  return { ok: true, document: read.data, notes: notesOn(read.data) }
}

/** The grammar as JSON Schema (draft 2020-12), of what may be written; rules across fields are not in it. */
export function engagementDocumentJsonSchema() {
  return z.toJSONSchema(engagementGrammar, { io: 'input' })
}
