import { type DocumentPath, placeInWords } from './document-problem'

/** Advice on an accepted document, a sentence with its place. */
export type DocumentNote = { path: DocumentPath; message: string }

/** The note that `message` makes of a place: `behaviors[0].weight is negative.` */
export const noteAt = (path: DocumentPath, message: string): DocumentNote => ({
  path,
  message: `${placeInWords(path)} ${message}.`,
})
