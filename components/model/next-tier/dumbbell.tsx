import { toneFill } from '@/components/charts/tone-classes'
import { cn } from '@/components/ui/cn'
import type { Tone } from '@/components/ui/tier-tone'
import type { ComparedBehavior } from '@/lib/tier-steps/client'

type Doers = ComparedBehavior['here']
type Props = { here: Doers; above: Doers; tones: { here: Tone; above: Tone }; label: string }

const width = 132
const pad = 5
const x = (share: number) => pad + share * (width - 2 * pad)

/** Two shares on a line from 0 to 100 %, the upper tier's above the lower one's, each with its interval. */
export function Dumbbell({ here, above, tones, label }: Props) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} 20`}
      width={width}
      height={20}
      className="block"
    >
      <line x1={x(0)} x2={x(1)} y1={10} y2={10} className="stroke-line" />
      {here.share !== null && above.share !== null && (
        <line
          x1={x(here.share)}
          x2={x(above.share)}
          y1={10}
          y2={10}
          strokeWidth={2}
          className="stroke-line-strong"
        />
      )}
      <Mark doers={here} tone={tones.here} y={14} shape="square" />
      <Mark doers={above} tone={tones.above} y={6} shape="circle" />
    </svg>
  )
}

/** A share with the whisker of its interval; the shapes differ, so that colour is not alone. */
function Mark({
  doers,
  tone,
  y,
  shape,
}: {
  doers: Doers
  tone: Tone
  y: number
  shape: 'circle' | 'square'
}) {
  const { share, low, high } = doers
  if (share === null) return null
  const fill = cn(toneFill[tone], 'stroke-surface')
  return (
    <>
      {low !== null && high !== null && (
        <rect x={x(low)} width={x(high) - x(low)} y={y - 0.75} height={1.5} className={toneFill[tone]} />
      )}
      {shape === 'circle' ? (
        <circle cx={x(share)} cy={y} r={4} className={fill} />
      ) : (
        <rect x={x(share) - 3.5} y={y - 3.5} width={7} height={7} className={fill} />
      )}
    </>
  )
}
