'use client'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatNumber } from '@/lib/format/number'
import type { ListedModel } from '@/lib/models/list/client'
import { ModelMenu } from './model-menu'
import { draftInWords } from './models-words'
import { StarBar } from './star-bar'
import { TierBar } from './tier-bar'
import { useModelActions } from './use-model-actions'

type Props = {
  workspace: string
  zone: string
  model: ListedModel
  mayWrite: boolean
  onProblem: (problem: string | null) => void
}

/** A model of the list: what is published, drafted and scored of it. */
export function ModelRow({ workspace, zone, model, mayWrite, onProblem }: Props) {
  const { id, name, starter, version, publishedAt, publishedBy, n, asOf, scoredVersion, tiers, stars } = model
  const { kind, archivedAt, savedAt } = model
  const draft = version === null || model.draftDiffers
  return (
    <Tr>
      <Th scope="row" className="max-w-72">
        <span className="flex min-w-0 items-center gap-2">
          <Link
            href={`/w/${workspace}/models/${id}`}
            className="min-w-0 truncate rounded-sm font-semibold hover:underline"
            title={name}
          >
            {name}
          </Link>
          {kind === 'contact' && <Badge>Contacts</Badge>}
          {starter && <Badge>Starter</Badge>}
        </span>
        <span className="block text-xs whitespace-nowrap text-ink-3">
          {archivedAt ? (
            <>
              archived <Time at={archivedAt} zone={zone} as="day" />
            </>
          ) : (
            <span className={draft ? 'text-accent' : undefined}>
              Draft: {draftInWords(model)}
              {draft && savedAt && (
                <>
                  , saved <Time at={savedAt} zone={zone} as="short-day" />
                </>
              )}
            </span>
          )}
        </span>
      </Th>
      <Td>{version === null ? <span className="text-ink-3">–</span> : `v${version}`}</Td>
      <Td caption={publishedBy && <span className="block max-w-44 truncate">{publishedBy}</span>}>
        {publishedAt ? (
          <Time at={publishedAt} zone={zone} as="day" className="whitespace-nowrap" />
        ) : (
          <span className="text-ink-3">–</span>
        )}
      </Td>
      <Td
        numeric
        className="whitespace-nowrap"
        caption={
          asOf && (
            <>
              as of <Time at={asOf} zone={zone} as="short-day" />
              {scoredVersion !== version && `, v${scoredVersion}`}
            </>
          )
        }
      >
        {formatNumber(n)}
      </Td>
      <Td className="min-w-72">{stars ? <StarBar stars={stars} /> : <TierBar tiers={tiers} />}</Td>
      <Td className="text-right">
        {archivedAt ? (
          <Restore workspace={workspace} model={model} mayWrite={mayWrite} onProblem={onProblem} />
        ) : (
          <ModelMenu workspace={workspace} model={model} mayWrite={mayWrite} onProblem={onProblem} />
        )}
      </Td>
    </Tr>
  )
}

function Restore({ workspace, model, mayWrite, onProblem }: Omit<Props, 'zone'>) {
  const { restore } = useModelActions(workspace, model)
  return (
    <Button
      disabled={!mayWrite}
      busy={restore.isPending}
      aria-label={`Restore ${model.name}`}
      onClick={() => {
        onProblem(null)
        restore.mutate(undefined, { onError: (error) => onProblem(error.message) })
      }}
    >
      Restore
    </Button>
  )
}
