import Link from 'next/link'
import { PlainFrame } from '@/components/layout/plain-frame'

export default function NotFound() {
  return (
    <PlainFrame title="There is nothing here" caption="The address is wrong, or it is not yours to see.">
      <Link href="/" className="text-sm text-accent underline">
        Go to your workspace
      </Link>
    </PlainFrame>
  )
}
