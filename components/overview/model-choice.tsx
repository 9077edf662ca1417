'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { Chip } from '@/components/ui/chip'
import { Select } from '@/components/ui/select'
import { modelsQuery } from '@/lib/models/client'

type Props = { workspace: string; model: { id: string; name: string }; version: number }

/** Which model's scores these are; where there are several published ones, the way to another. */
export function ModelChoice({ workspace, model, version }: Props) {
  const router = useRouter()
  const models = useQuery(modelsQuery(workspace)).data?.items ?? []
  const published = models.filter((one) => one.kind === 'engagement' && one.version !== null)
  if (published.length < 2) {
    return (
      <Chip>
        {model.name} v{version}
      </Chip>
    )
  }
  return (
    <Select
      aria-label="Model"
      className="max-w-64 text-xs"
      value={model.id}
      onChange={({ target }) => router.push(`/w/${workspace}?model=${target.value}`)}
      options={published.map((one) => ({
        value: one.id,
        label: `${one.name} v${one.id === model.id ? version : one.version}`,
      }))}
    />
  )
}
