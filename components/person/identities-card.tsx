'use client'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatDay } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import { identitiesQuery, type IdentitiesOfPerson } from '@/lib/people/client'
import { MergeDialog } from './merge-dialog'
import { SeparateButton } from './separate-button'

type Props = { workspace: string; id: string; name: string; zone: string; mayMerge: boolean }

const howWords: Record<IdentitiesOfPerson['items'][number]['how'], string> = {
  itself: 'what this person is known as',
  alias: 'merged into this person',
  anonymous: 'browsed before signing in',
  email: 'named by this person alone',
}

/** Every id that is counted as this person, how it came to be, and what stands against it. */
export function IdentitiesCard({ workspace, id, name, zone, mayMerge }: Props) {
  const { data, error, refetch } = useQuery(identitiesQuery(workspace, id))
  return (
    <Card aria-labelledby="identities">
      <CardHeader
        id="identities"
        title="Identities"
        caption="ids that are counted as this person; a merge or separation changes scores with the next run"
        tools={mayMerge && data && <MergeDialog workspace={workspace} id={id} name={name} />}
      />
      {error && (
        <CardBody>
          <Notice
            live
            kind="error"
            title="The identities did not load"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        </CardBody>
      )}
      {!data && !error && (
        <CardBody>
          <Skeleton />
        </CardBody>
      )}
      {data && data.conflicts.length > 0 && (
        <CardBody className="grid gap-2">
          {data.conflicts.map(({ kind, identity, claimedBy }) => (
            <Notice
              key={identity}
              kind="warning"
              title={
                kind === 'email'
                  ? `${identity} is claimed by ${plural(claimedBy.length, 'person', 'people')}, so it is nobody’s`
                  : `${identity} was used by ${plural(claimedBy.length, 'person', 'people')}, so it is the first one’s`
              }
            >
              {claimedBy.join(', ')}
            </Notice>
          ))}
        </CardBody>
      )}
      {data && (
        <CardTable>
          <Table label="Identities">
            <thead>
              <tr>
                <Th>Id</Th>
                <Th>How</Th>
                <Th>First seen</Th>
                <Th>Since</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <Tr key={item.id}>
                  <Th scope="row" className="break-all">
                    {item.id}
                  </Th>
                  <Td className="text-ink-2">
                    {howWords[item.how]}
                    {item.by && ` by ${item.by}`}
                  </Td>
                  <Td>
                    <Time at={item.firstSeen} zone={zone} as="day" />
                  </Td>
                  <Td>{item.joinedAt ? <Time at={item.joinedAt} zone={zone} as="day" /> : '–'}</Td>
                  <Td className="text-right">
                    {mayMerge && item.how === 'alias' && (
                      <SeparateButton workspace={workspace} id={item.id} from={name} />
                    )}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      {data && data.separations.length > 0 && (
        <CardFooter>
          {data.separations
            .map(
              ({ id: apart, from, at, by }) =>
                `${apart} was separated from ${from} on ${formatDay(at, zone)}${by ? ` by ${by}` : ''}`,
            )
            .join('; ')}
          .
        </CardFooter>
      )}
    </Card>
  )
}
