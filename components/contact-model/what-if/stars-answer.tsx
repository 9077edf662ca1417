'use client'
import { Answer } from '@/components/layout/answer'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { useContactEditor } from '../contact-editor-context'
import { useStarsWhatIf } from './stars-what-if-context'
import { starsAnswer } from './stars-words'

/** The sentence the page exists for: what the draft does to the list. */
export function StarsAnswer() {
  const { zone } = useContactEditor()
  const { state, result, live, asOf, message } = useStarsWhatIf()
  if (!result || state === 'empty') {
    return (
      <Answer caption={state === 'empty' || state === 'failed' ? message : undefined}>
        {state === 'empty'
          ? 'There is nobody to preview this model on yet'
          : state === 'failed'
            ? 'The preview did not load'
            : 'Looking up what everybody did'}
      </Answer>
    )
  }
  const { claim, rest } = starsAnswer(result, live)
  const { change } = result
  return (
    <Answer
      caption={
        <>
          {plural(result.contacts, 'contact')}
          {asOf && `, as of ${formatInstant(asOf, zone)}`}
          {live ? `, live v${live.version} against the draft` : ''}. Nothing is stored until you publish; more
          stars are better.
          {change && change.entered + change.left > 0 && (
            <>
              {' '}
              {formatNumber(change.entered)} become contacts and {formatNumber(change.left)} are none any
              more.
            </>
          )}
        </>
      }
    >
      <b>{claim}</b>
      {rest}
    </Answer>
  )
}
