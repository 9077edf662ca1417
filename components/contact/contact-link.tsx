import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Stars } from '@/components/ui/stars'

type Props = { workspace: string; id: string; stars: number }

/** From a person to how they are rated as somebody who gets mail. */
export function ContactLink({ workspace, id, stars }: Props) {
  return (
    <Button asChild>
      <Link
        href={`/w/${workspace}/contacts/${encodeURIComponent(id)}`}
        aria-label={`Contact, ${stars} of 5 stars`}
      >
        <Stars stars={stars} label={false} />
        Contact
      </Link>
    </Button>
  )
}
