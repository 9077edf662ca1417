import type { Tone } from '@/components/ui/tier-tone'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { HistogramScale } from './histogram-scale'
import { placeLabels } from './place-labels'
import { textWidth } from './text-width'
import { toneText } from './tone-classes'

export type TierRegion = { key: string; name: string; tone: Tone; from: number; to: number; count: number }

/** Name, count and share of each tier above its part of the axis. */
export function TierRegions({
  scale,
  regions,
  people,
}: {
  scale: HistogramScale
  regions: readonly TierRegion[]
  people: number
}) {
  const full = regions.map((region) => `${formatNumber(region.count)} · ${formatShare(region.count, people)}`)
  const room = scale.right - scale.left
  const needed = full.reduce((sum, text) => sum + textWidth(text) + 8, 0)
  const short = needed > room
  const lines = regions.map((region, index) => ({
    name: short && regions.length > 3 ? clip(region.name, room / regions.length) : region.name,
    amount: short ? formatNumber(region.count) : (full[index] ?? ''),
  }))
  const centers = placeLabels(
    regions.map((region, index) => ({
      center: (scale.x(region.from) + scale.x(region.to)) / 2,
      width: Math.max(textWidth(lines[index]?.name ?? '', true), textWidth(lines[index]?.amount ?? '')),
    })),
    scale.left,
    scale.right,
  )
  return regions.map((region, index) => (
    <g key={region.key} textAnchor="middle" className="text-xs">
      <text x={centers[index]} y={12} className={`font-semibold ${toneText[region.tone]}`}>
        {lines[index]?.name}
      </text>
      <text x={centers[index]} y={28} className="fill-ink-2">
        {lines[index]?.amount}
      </text>
    </g>
  ))
}

function clip(name: string, room: number): string {
  const letters = Math.max(3, Math.floor(room / 7) - 1)
  return name.length <= letters ? name : `${name.slice(0, letters - 1)}…`
}
