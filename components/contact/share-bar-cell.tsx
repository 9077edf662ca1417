/** A bar from zero in the cell of a table: what a row adds, against the row that adds most. */
export function ShareBarCell({ share }: { share: number }) {
  if (share <= 0) return null
  return (
    <span aria-hidden className="relative block h-2.5 w-full min-w-14">
      <i
        className="absolute inset-y-0 left-0 min-w-0.5 bg-accent"
        style={{ width: `${Math.min(100, share * 100)}%` }}
      />
    </span>
  )
}
