/** An error in ClickHouse's own terms: what its HTTP interface would answer. */
export class Exception extends Error {
  /**
   * @param {number} code ClickHouse's number, e.g. 60
   * @param {string} type its name, e.g. UNKNOWN_TABLE
   * @param {string} message
   * @param {number} [status] the HTTP status, if not the one that follows from the code
   */
  constructor(code, type, message, status = statusOf(code)) {
    super(message)
    this.code = code
    this.type = type
    this.status = status
  }

  /** The body of the answer. */
  get text() {
    return `Code: ${this.code}. DB::Exception: ${this.message} (${this.type})\n`
  }

  /**
   * Reads the error of a failed statement. The engine repeats the prefix when an error passes from its
   * server half to its client half, and names the pipe the rows came from, which is the front's own.
   *
   * @param {unknown} error
   */
  static fromEngine(error) {
    const text = error instanceof Error ? error.message : String(error)
    const clean = text
      .replace(/: \(in file\/uri [^)]*\)/g, '')
      .replace(/ \(version [^)]*\)\.?/g, '')
      .trim()
    const start = /^(?:Code: (\d+)\. DB::Exception: )+/.exec(clean)
    const end = /(?:\s*\(([A-Z][A-Z0-9_]{2,})\)\.?)+$/.exec(clean)
    if (!start) return new Exception(1002, 'UNKNOWN_EXCEPTION', clean || 'Unknown error')
    // A zero byte in the query that the message quotes ends the message, and with it goes the name.
    if (!end) return new Exception(Number(start[1]), 'DB_EXCEPTION', shorten(clean.slice(start[0].length)))
    return new Exception(Number(start[1]), String(end[1]), shorten(clean.slice(start[0].length, end.index)))
  }
}

/** Longest message in characters. The engine quotes a broken value whole, be it a list of thousands of ids. */
const LONGEST = 4000

/** @param {string} message */
function shorten(message) {
  if (message.length <= LONGEST) return message
  return `${message.slice(0, LONGEST / 2)} … ${message.slice(-LONGEST / 2)}`
}

/** As in ClickHouse's exceptionCodeToHTTPStatus. */
const STATUS = {
  400: [6, 25, 26, 27, 33, 36, 38, 41, 53, 62, 69, 70, 72, 117, 130, 321, 349, 354, 456, 457],
  401: [194, 516],
  403: [164, 192, 193, 497],
  404: [16, 46, 47, 50, 56, 60, 63, 73, 78, 81, 115],
  408: [159],
  413: [307],
  501: [48],
  503: [202, 236],
}

/** @param {number} code */
function statusOf(code) {
  const found = Object.entries(STATUS).find(([, codes]) => codes.includes(code))
  return found ? Number(found[0]) : 500
}
