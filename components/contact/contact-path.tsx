'use client'
import { useMemo } from 'react'
import { ChartCard } from '@/components/charts/chart-card'
import type { ChartData } from '@/components/charts/chart-data'
import { ChartFrame } from '@/components/charts/chart-frame'
import { formatDay, formatInstant } from '@/lib/format/instant'
import { formatNumber, formatPlain } from '@/lib/format/number'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { actionName } from './action-words'
import { divisorSince, newestDrop } from './answer-words'
import { ContactPathDrawing } from './contact-path-drawing'
import { fadingLine, type LinePoint } from './fading-line'
import type { PathNotes } from './path-layout'
import { pathCaption } from './path-caption'
import type { PathStep, RatedContact } from './rated-contact'

const HEIGHT = 300

type Props = { rated: RatedContact; model: ContactDocument; zone: string; name: string }

/** The score after each action that counts, with what is tried in the simulator at its end. */
export function ContactPath({ rated, model, zone, name }: Props) {
  const { path, now, asOf } = rated
  const fading = useMemo(() => {
    if (model.clock.type === 'position') return null
    const stored = path.filter(({ tried }) => !tried)
    return { line: fadingLine(now.counted, stored, model, asOf), asOf }
  }, [path, now, model, asOf])
  const notes = notesOf(rated, model)
  return (
    <ChartCard
      title="Score after each action"
      caption={pathCaption(rated, model, zone)}
      data={tableOf(path, fading?.line.at(-1), zone)}
      fileName="score-after-each-action"
      height={HEIGHT}
    >
      <div role="group" aria-label={`Score of ${name} after each action: ${said(path)}`}>
        <ChartFrame height={HEIGHT}>
          {(width) => (
            <ContactPathDrawing
              input={{ width, height: HEIGHT, steps: path, cuts: model.stars, fading, notes, zone }}
            />
          )}
        </ChartFrame>
      </div>
    </ChartCard>
  )
}

const SPOKEN = 12

function said(path: readonly PathStep[]): string {
  const newest = path.slice(-SPOKEN)
  return newest
    .map(
      ({ action, score, tried }) =>
        `${formatNumber(score, 2)} after ${actionName(action)}${tried ? ', tried' : ''}`,
    )
    .join('; ')
}

function notesOf(rated: RatedContact, model: ContactDocument): PathNotes | null {
  const drop = newestDrop(rated, model)
  if (!drop) return null
  const since = divisorSince(drop, rated)
  const cut = since?.indexOf(' the divisor') ?? -1
  return {
    id: drop.step.id,
    fall: [actionName(drop.step.action), `${formatNumber(drop.before, 2)} ÷ ${formatPlain(drop.divisor)}`],
    since: since && cut > 0 ? [`${since.slice(0, cut)} the`, since.slice(cut + 5)] : [],
  }
}

function tableOf(path: readonly PathStep[], end: LinePoint | undefined, zone: string): ChartData {
  return {
    columns: [
      { name: 'Action' },
      { name: 'When' },
      { name: 'Score', numeric: true },
      { name: 'Stars', numeric: true },
    ],
    rows: [
      ...path.map(({ action, at, score, stars, tried }) => [
        tried ? `${actionName(action)}, tried` : actionName(action),
        { value: tried ? '' : formatInstant(at, zone), text: tried ? '–' : formatDay(at, zone) },
        { value: score, text: formatNumber(score, 4) },
        { value: stars, text: `${stars}★` },
      ]),
      ...(end
        ? [
            [
              'faded until',
              { value: formatInstant(end.at, zone), text: formatDay(end.at, zone) },
              { value: end.score, text: formatNumber(end.score, 4) },
              '',
            ],
          ]
        : []),
    ],
  }
}
