'use client'
import { Answer } from '@/components/layout/answer'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { useEditor } from '../editor-context'
import { useWhatIf } from '../what-if-context'
import { answerOf } from './what-if-words'

/** The sentence the page exists for: what the draft does to people. */
export function WhatIfAnswer() {
  const { document, zone, live: published } = useEditor()
  const { state, result, live, asOf, message } = useWhatIf()
  if (!result) {
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
  if (state === 'counting') {
    return (
      <Answer caption="The numbers below are those before this change, until everybody is counted again.">
        <b>Counting what everybody did</b>, for what this draft asks of the events
      </Answer>
    )
  }
  const { claim, rest } = answerOf(result, document, live)
  return (
    <Answer
      caption={
        <>
          {plural(result.summary.n, 'person', 'people')} with a score
          {asOf && `, as of ${formatInstant(asOf, zone)}`}
          {live ? `, live v${live.version} against the draft` : ''}.
          {state === 'ready' && published && live?.version !== published.version
            ? ` v${published.version} is being scored; the comparison follows.`
            : ''}{' '}
          Nothing is stored until you publish; higher scores are better.
          {result.change && result.change.entered + result.change.left > 0 && (
            <>
              {' '}
              {formatNumber(result.change.entered)} gain a score and {formatNumber(result.change.left)} lose
              theirs.
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
