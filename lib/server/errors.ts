export const errorStatus = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rebuilding: 409,
  too_large: 413,
  invalid: 422,
  busy: 429,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus
export type ErrorPath = readonly (string | number)[]

/** A wrong request: said to the caller as it is. Anything else that is thrown is a bug, logged and never shown. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly path?: ErrorPath,
  ) {
    super(message)
    this.name = 'AppError'
  }

  get status(): number {
    return errorStatus[this.code]
  }

  /** The body of `api.md`: `{ error: { code, message, path? } }`. */
  toBody() {
    return { error: { code: this.code, message: this.message, ...(this.path && { path: this.path }) } }
  }
}
