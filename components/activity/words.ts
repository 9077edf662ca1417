import type { ActivityItem } from '@/lib/activity/client'
import { formatDuration } from '@/lib/format/duration'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'

/** What the work is: "Restating 52 weeks", "Importing log.csv". */
export function titleOf({ kind, name, total, unit, state }: ActivityItem): string {
  const ended = state !== 'queued' && state !== 'running'
  if (kind === 'import') return `${ended ? 'Import of' : 'Importing'} ${name}`
  if (kind === 'check') return `${ended ? 'Check of' : 'Checking'} ${name}`
  if (kind === 'demo') return ended ? 'Demo' : 'Writing the demo'
  if (kind === 'truncation') return ended ? 'Drop of old actions' : 'Dropping old actions'
  if (kind === 'preview')
    return `${ended ? 'Count for the preview of' : 'Counting for the preview of'} ${name}`
  if (kind === 'restatement')
    return `${ended ? 'Restatement of' : 'Restating'} ${formatNumber(total)} ${unit}`
  if (kind === 'rating') return `${ended ? 'Stars by' : 'Rating contacts by'} ${name}`
  return `${ended ? 'Scores of' : 'Scoring'} ${name}`
}

/** How it stands: "31 of 52 · about 2 min left", "waits", "done". */
export function standOf(item: ActivityItem): string {
  const { state, progress, done, total, unit, remainingMs } = item
  if (state === 'queued') return 'waits'
  const counted =
    done === null
      ? null
      : total === null
        ? `${formatNumber(done)} ${unit}`
        : `${formatNumber(done)} of ${formatNumber(total)}`
  if (state !== 'running') return [state, counted].filter(Boolean).join(' · ')
  const left = remainingMs === null ? null : `about ${formatDuration(roughly(remainingMs))} left`
  return [counted ?? formatPercent(progress, 0), left].filter(Boolean).join(' · ')
}

/** To seconds, and from a minute and a half on to minutes: what is estimated need not tick. */
function roughly(ms: number): number {
  const step = ms < 90_000 ? 1_000 : 60_000
  return Math.max(1, Math.round(ms / step)) * step
}

/** Of what, where the title does not say it. */
export function ofWhat({ kind, name, asOf }: ActivityItem, zone: string): string | null {
  if (kind === 'run' || kind === 'preview') return asOf && formatDay(asOf, zone)
  if (kind === 'truncation') return asOf && `before ${formatDay(asOf, zone)}`
  return kind === 'restatement' || kind === 'demo' ? name || null : null
}
