'use client'
import { useQuery } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { Chip } from '@/components/ui/chip'
import { Select } from '@/components/ui/select'
import { modelsQuery } from '@/lib/models/client'

type Props = { workspace: string; model: { id: string; name: string }; version: number }

/** By which model contacts are rated; where there are several published ones, the way to another, on the same page. */
export function ContactModelChoice({ workspace, model, version }: Props) {
  const router = useRouter()
  const pathname = usePathname()
  const models = useQuery(modelsQuery(workspace)).data?.items ?? []
  const published = models.filter((one) => one.kind === 'contact' && one.version !== null)
  if (published.length < 2) {
    return (
      <Chip>
        {model.name} v{version}
      </Chip>
    )
  }
  const choose = (id: string) => {
    const params = new URLSearchParams(window.location.search)
    params.set('model', id)
    router.push(`${pathname}?${params}`)
  }
  return (
    <Select
      aria-label="Model"
      className="max-w-64 text-xs"
      value={model.id}
      onChange={({ target }) => choose(target.value)}
      options={published.map((one) => ({
        value: one.id,
        label: `${one.name} v${one.id === model.id ? version : one.version}`,
      }))}
    />
  )
}
