export type UnreadableCode =
  'empty_file' | 'zip' | 'utf16' | 'not_utf8' | 'binary' | 'json_array' | 'broken_gzip' | 'broken_header'

/** A file that cannot be read as a whole. The message says what to do and may be shown as it is. */
export class UnreadableFileError extends Error {
  constructor(
    readonly code: UnreadableCode,
    message: string,
  ) {
    super(message)
    this.name = 'UnreadableFileError'
  }
}
