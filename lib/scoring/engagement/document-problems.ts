import { type DocumentPath, inPlainWords, problemOf } from '../document/document-problem'
import { engagementGrammar } from './grammar/engagement'

export type DocumentProblem = { path: DocumentPath; message: string }

/** Everything the grammar has against a document, each at its path in a sentence; nothing of a valid one. */
export function documentProblems(input: unknown): readonly DocumentProblem[] {
  const read = engagementGrammar.safeParse(input, inPlainWords)
  return read.success ? [] : read.error.issues.map(problemOf)
}
