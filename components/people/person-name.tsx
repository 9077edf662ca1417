import type { PersonRow } from '@/lib/people/client'

type Props = { person: Pick<PersonRow, 'personId' | 'email' | 'name'> }

/** E-mail or id; beside an e-mail the id it belongs to. */
export function PersonName({ person: { personId, email, name } }: Props) {
  const said = email ?? personId
  const id = personId === said || personId === `email:${email}` ? null : personId
  return (
    <span title={[name, said, id].filter(Boolean).join(' · ')}>
      {said}
      {id && <span className="text-ink-3"> · {id}</span>}
    </span>
  )
}
