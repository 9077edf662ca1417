import { Button } from '@/components/ui/button'

/** Hands the lowest tier as a CSV: a link, so that the browser shows how far the download is. */
export function ExportAtRisk({
  workspace,
  model,
  tier,
}: {
  workspace: string
  model: string
  tier: string | undefined
}) {
  const query = new URLSearchParams({ workspace, model })
  return (
    <Button variant="go" asChild>
      <a
        href={`/api/exports/at-risk?${query}`}
        download
        title={`CSV of everybody in ${tier}, lowest score first`}
      >
        <span>
          Export at-risk<span className="max-sm:hidden"> list</span>
        </span>
      </a>
    </Button>
  )
}
