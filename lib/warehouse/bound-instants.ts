/** The first instant a DateTime64 holds. */
const EARLIEST = Date.UTC(1900, 0, 1)

/**
 * Parameters as the client can bind them: it writes an instant as seconds since 1970, which the engine does not read
 * when they are negative, so instants before 1970 become texts. What is earlier than the engine knows becomes its first.
 */
export function boundInstants(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, bound(value)]))
}

function bound(value: unknown): unknown {
  if (!(value instanceof Date && value.getTime() < 0)) return value
  return new Date(Math.max(EARLIEST, value.getTime())).toISOString().slice(0, -1).replace('T', ' ')
}
