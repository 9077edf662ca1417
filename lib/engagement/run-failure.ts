import { ClickHouseError } from '@clickhouse/client'

const LONGEST = 240

/** Why a run, or the counting for a preview, failed, in a sentence for the page. The log has the whole. */
export function runFailure(error: unknown, what: 'run' | 'counting' = 'run'): string {
  if (!(error instanceof ClickHouseError)) return `The ${what} failed on our side. It has been logged.`
  const [reason = ''] = error.message.split('\n')
  const short = reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason.replace(/[.\s]+$/, '')
  return `The warehouse stopped the ${what}: ${short}.`
}
