'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { createModel } from '@/lib/models/actions'
import { type DocumentPath, placeInWords } from '@/lib/scoring/document/document-problem'

/** Why a document was refused, and where in it. */
export class DocumentRefused extends Error {
  constructor(
    message: string,
    /** `behaviors[0].weight`; null where it is about no part of it. */
    readonly place: string | null,
  ) {
    super(message)
  }
}

/** The place in the document itself: what the door checked stands below `document`. */
function placeOf(path: DocumentPath | undefined): string | null {
  const place = path?.[0] === 'document' ? path.slice(1) : (path ?? [])
  return place.length > 0 ? placeInWords(place) : null
}

/** Makes a model whose draft the document is, and opens it. Fails with DocumentRefused. */
export function useCreateModel(workspace: string) {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation<{ id: string }, DocumentRefused, object>({
    mutationFn: async (document) => {
      const answer = await createModel(workspace, { document: document as Record<string, unknown> })
      if (answer.ok) return answer.value
      throw new DocumentRefused(answer.message, placeOf(answer.path))
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: [workspace, 'models'] })
      router.push(`/w/${workspace}/models/${id}`)
    },
  })
}
