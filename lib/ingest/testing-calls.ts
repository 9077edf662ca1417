import { handlePost } from './handle-call'

type Sent = { key?: string | null; headers?: Record<string, string>; body?: unknown; raw?: BodyInit }

/** Calls what the route calls. */
export async function post(path: string, { key, headers, body, raw }: Sent) {
  const request = new Request(`http://localhost:3000/v1/${path}`, {
    method: 'POST',
    headers: {
      ...(key && { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }),
      ...headers,
    },
    body: raw ?? JSON.stringify(body),
  })
  const response = await handlePost(request, path.split('/'))
  return { status: response.status, headers: response.headers, json: await response.json() }
}

/** A track call that happened just now. */
export const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  userId: 'u',
  event: 'Report Run',
  messageId,
  timestamp: new Date().toISOString(),
  ...more,
})
/** The receipt of a request of which nothing was refused. */
export const counts = (accepted: number, duplicates = 0) => ({
  success: true,
  accepted,
  duplicates,
  rejected: [],
})
