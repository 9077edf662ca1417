import { markDone } from '@/components/first-minutes/done-steps'
import { Button } from '@/components/ui/button'

/** Where the lowest tier of a model is downloaded. */
export const atRiskHref = (workspace: string, model: string): string =>
  `/api/exports/at-risk?${new URLSearchParams({ workspace, model })}`

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
  return (
    <Button variant="go" asChild>
      <a
        href={atRiskHref(workspace, model)}
        download
        onClick={() => markDone(workspace, 'export')}
        title={`CSV of everybody in ${tier}, lowest score first`}
      >
        <span>
          Export at-risk<span className="max-sm:hidden"> list</span>
        </span>
      </a>
    </Button>
  )
}
