import { db } from '@/lib/server/db'

/** Public ids of whom the team knows, the best first. */
export async function findKnownIds(modelId: string): Promise<string[]> {
  const rows = await db().knownPerson.findMany({
    where: { modelId },
    select: { personId: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}

type Save = { modelId: string; people: readonly string[]; addedBy: string; now: Date }

/** Makes these public ids, in this order, the known people of a model. Who was known before stays added by whom it was. */
export function replaceKnownPeople({ modelId, people, addedBy, now }: Save): Promise<void> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Model" WHERE id = ${modelId}::uuid FOR UPDATE`
    const before = await tx.knownPerson.findMany({ where: { modelId } })
    await tx.knownPerson.deleteMany({ where: { modelId } })
    await tx.knownPerson.createMany({
      data: people.map((personId, position) => {
        const known = before.find((row) => row.personId === personId)
        return {
          ...{ modelId, personId, position },
          addedBy: known?.addedBy ?? addedBy,
          createdAt: known?.createdAt ?? now,
        }
      }),
    })
  })
}
