'use client'
import { Fragment, useState } from 'react'
import type { Advice } from './behavior-advice'

const shownAtOnce = 4

/** Advice in one paragraph; what there is beyond a few sentences is one press away. */
export function AdviceLine({ advice }: { advice: readonly Advice[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? advice : advice.slice(0, shownAtOnce)
  return (
    <p>
      {shown.map(({ key, words }) => (
        <Fragment key={key}>
          {words.map((word, index) =>
            typeof word === 'string' ? word : <b key={index}>{word.strong}</b>,
          )}{' '}
        </Fragment>
      ))}
      {advice.length > shownAtOnce && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Less' : `${advice.length - shownAtOnce} more`}
        </button>
      )}
    </p>
  )
}
