/** Largest event, in bytes of UTF-8. */
export const maxEventBytes = 32 * 1024

/** Largest body of a request, in bytes, before and after it is inflated. */
export const maxBodyBytes = 500 * 1024

/** Most messages of one batch. */
export const maxMessages = 10_000

/** Longest event name, in characters. */
export const maxNameLength = 200

/** Longest id of a person, an account or a message, in characters. */
export const maxIdLength = 500
