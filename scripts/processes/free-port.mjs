import { createServer } from 'node:net'

/** Listens on a port of `host` (all interfaces when undefined) for a moment; resolves to the port it got. */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(got))
    })
  })
}

/**
 * Whether a server could listen on this port now, on loopback and on all interfaces.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isPortFree(port) {
  try {
    await tryPort(port, undefined)
    await tryPort(port, '127.0.0.1')
    return true
  } catch {
    return false
  }
}

/**
 * A free port on loopback: the wanted one if it is free, else one that the system picks.
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  if (wanted !== undefined && (await isPortFree(wanted))) return wanted
  return tryPort(0, '127.0.0.1')
}
