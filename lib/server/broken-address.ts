import { AppError } from './errors'

/** The answer to an address whose escapes are broken (`%zz`, half a letter), which no route could read; else null. */
export function brokenAddress(pathname: string): Response | null {
  try {
    decodeURIComponent(pathname)
    return null
  } catch {
    const error = new AppError('bad_request', 'The address is not properly escaped.')
    return Response.json(error.toBody(), { status: error.status })
  }
}
