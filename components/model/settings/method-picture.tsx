type Method = 'percentile' | 'min-max' | 'log-min-max'

/** Raw score to the right, score upwards: stairs of people, a straight line up to the highest, a bent one. */
const paths: Record<Method, string> = {
  percentile: 'M3 25H8V20H12V14H17V9H24V6H36V3.5H53',
  'min-max': 'M3 25L42 3.5H53',
  'log-min-max': 'M3 25C8 12 18 5 42 3.5H53',
}

/** How raw scores become scores, as a small drawing beside its words. */
export function MethodPicture({ method }: { method: Method }) {
  return (
    <svg aria-hidden width={56} height={28} viewBox="0 0 56 28" fill="none" className="shrink-0">
      <path d="M2.5 2V25.5H54" className="stroke-line-strong" />
      {method !== 'percentile' && (
        <path d="M42.5 4V25" className="stroke-line-strong" strokeDasharray="2 2" />
      )}
      <path d={paths[method]} className="stroke-ink" strokeWidth={1.25} strokeLinejoin="round" />
    </svg>
  )
}
