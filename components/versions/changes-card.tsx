import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { plural } from '@/lib/format/plural'
import type { Comparison } from '@/lib/models/client'

/** What is different between the two documents, in words. */
export function ChangesCard({ comparison: { from, to, changes } }: { comparison: Comparison }) {
  return (
    <Card aria-labelledby="changes">
      <CardHeader
        id="changes"
        title="What is different"
        caption={`${plural(changes.length, 'change')} from v${from.version} to v${to.version}`}
      />
      <CardBody>
        {changes.length === 0 ? (
          <p className="text-sm text-ink-2">
            The two documents are the same. Scores differ where people or events became known in between.
          </p>
        ) : (
          <ul className="grid gap-1.5 text-sm">
            {changes.map((words, index) => (
              <li key={index} className="[overflow-wrap:anywhere]">
                {words}
              </li>
            ))}
          </ul>
        )}
        {to.note && (
          <p className="mt-3 border-t border-line pt-2 text-xs text-ink-3 [overflow-wrap:anywhere]">
            Note of v{to.version}: {to.note}
          </p>
        )}
      </CardBody>
    </Card>
  )
}
