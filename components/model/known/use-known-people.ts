'use client'
import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEditor } from '@/components/model/editor-context'
import { useWhatIf } from '@/components/model/what-if-context'
import { useSettled } from '@/components/ui/use-settled'
import { actionValue } from '@/lib/api/action-value'
import { saveKnownPeople } from '@/lib/known-people/actions'
import {
  type KnownPeople,
  type KnownPerson,
  agreementQuery,
  knownPeopleQuery,
} from '@/lib/known-people/client'

const PAUSE_MS = 400

const renumbered = (items: readonly KnownPerson[]) =>
  items.map((item, index) => ({ ...item, position: index + 1 }))

/**
 * The known people of the model, how far the draft agrees with their order once it has settled, and a way to change
 * them: the list shows the change at once, and what it was when that is refused.
 */
export function useKnownPeople() {
  const { workspace, modelId, document, problemAt } = useEditor()
  const { state } = useWhatIf()
  const client = useQueryClient()
  const { queryKey, ...query } = knownPeopleQuery(workspace, modelId)
  const list = useQuery({ queryKey, ...query })

  const mutationKey = [...queryKey, 'save']
  const saving = useIsMutating({ mutationKey }) > 0
  const isLast = () => client.isMutating({ mutationKey }) === 1
  const save = useMutation({
    mutationKey,
    // One after the other, so that the last order is the one that stays.
    scope: { id: mutationKey.join(' ') },
    mutationFn: async (items: readonly KnownPerson[]) =>
      actionValue(
        await saveKnownPeople(workspace, { id: modelId, people: items.map(({ personId }) => personId) }),
      ),
    onMutate: async (items) => {
      await client.cancelQueries({ queryKey, exact: true })
      client.setQueryData<KnownPeople>(queryKey, (known) => known && { ...known, items: renumbered(items) })
    },
    onSuccess: (saved) => {
      if (isLast()) client.setQueryData(queryKey, { ...saved, asOf: saved.asOf?.toISOString() ?? null })
    },
    onError: () => client.invalidateQueries({ queryKey, exact: true }),
  })

  // Only what the grammar takes and what can be evaluated without counting is asked about.
  const isSound = problemAt() === null && state === 'ready'
  const settled = useSettled(isSound ? document : null, PAUSE_MS)
  const ids = (list.data?.items ?? []).map(({ personId }) => personId)
  const asked = agreementQuery(workspace, modelId, ids, saving ? null : settled)
  const agreement = useQuery(asked)

  return {
    list,
    agreement: ids.length > 0 ? agreement.data : undefined,
    agreementError: ids.length > 0 && !agreement.data ? agreement.error : null,
    /** What stands there is of an earlier draft or order. */
    isStale: agreement.isPlaceholderData || agreement.isFetching,
    save: (items: readonly KnownPerson[]) => save.mutate(items),
    saving,
    saveError: saving ? null : save.error,
  }
}
