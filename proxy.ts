import { type NextRequest, NextResponse } from 'next/server'
import { brokenAddress } from '@/lib/server/broken-address'

/** Only addresses with an escape come here: whatever else is asked does not wait for this, nor is its body held for it. */
export const config = { matcher: '/(.*%.*)' }

/** Next answers an address whose escapes are broken with 500, before any route of ours; here it is refused in words. */
export const proxy = ({ nextUrl }: NextRequest): Response =>
  brokenAddress(nextUrl.pathname) ?? NextResponse.next()
