import pino from 'pino'
import { env } from './env'

let logger: pino.Logger | undefined

/** The one log: JSON lines on standard output. Never bodies, keys, e-mails or query parameters. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
  return logger
}
