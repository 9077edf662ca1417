import { Answer } from '@/components/layout/answer'
import { formatInstant } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import type { VersionHistory } from '@/lib/models/client'

type Props = { versions: VersionHistory['items']; zone: string }

/** Which version is live, since when, and what it changed. */
export function VersionsAnswer({ versions, zone }: Props) {
  const [live, before] = versions
  if (!live) {
    return (
      <Answer caption="A version is made when the draft is published; from then on it never changes.">
        <b>Nothing is published yet.</b> The draft scores nobody.
      </Answer>
    )
  }
  const [first, ...more] = live.changes
  const rest = more.length > 0 ? ` and ${plural(more.length, 'other change')}` : ''
  const changed = first
    ? `: ${first}${rest}.`
    : before
      ? ': nothing was changed.'
      : ': the first of this model.'
  return (
    <Answer
      caption={
        <>
          Published {formatInstant(live.publishedAt, zone)} by {live.publishedBy}.{' '}
          {plural(versions.length, 'version')}; a version never changes: a roll-back publishes an old one as
          the next.
        </>
      }
    >
      <b>Version {live.version} is live</b>
      {changed}
    </Answer>
  )
}
